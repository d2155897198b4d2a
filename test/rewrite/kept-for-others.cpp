// A field that nothing reads, beside a reference into the object that it keeps.
//
//     Runner -> topic -> Topic -> runners -> Runner
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

class Topic;
class Runner {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'topic': it is never read, so it may be there to keep alive what 'log' refers to
  std::vector<int> &log;
  std::shared_ptr<Topic> topic;

public:
  Runner(std::vector<int> &l, std::shared_ptr<Topic> t)
      : log(l), topic(std::move(t)) {}
  void run() { log.push_back(1); }
};
class Topic : public std::enable_shared_from_this<Topic> {
  std::vector<int> log;
  std::vector<std::shared_ptr<Runner>> runners;

public:
  std::shared_ptr<Runner> start() {
    auto runner = std::make_shared<Runner>(log, shared_from_this());
    runners.push_back(runner);
    return runner;
  }
};
int main() {
  auto topic = std::make_shared<Topic>();
  topic->start()->run();
}
