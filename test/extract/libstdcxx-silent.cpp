// RUN: %check_tidy %s -- -std=c++20 | count 0

// Threads, callables and futures of the standard library: its own classes, which
// hold each other in plenty, are nobody's business.

#include <any>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>

struct Job {
  std::function<void()> run;
  std::future<int> result;
  std::thread thread;
  std::any any;
  std::string name;
};
