// RUN: %check_tidy %s -- -std=c++20 | count 0

// Much of the standard library, and nothing of the user's: its own classes,
// which hold each other in plenty, are nobody's business.

#include <algorithm>
#include <any>
#include <chrono>
#include <functional>
#include <future>
#include <iostream>
#include <memory>
#include <regex>
#include <string>
#include <thread>

struct Job {
  std::function<void()> run;
  std::future<int> result;
  std::thread thread;
  std::any any;
  std::shared_ptr<std::regex> regex;
  std::string name;
};
