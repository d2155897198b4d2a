// Another member is filled from the variable that is stored into the field.
//
//     Runner -> topic -> Topic -> runners -> Runner
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

class Runner;
class Topic : public std::enable_shared_from_this<Topic> {
  std::vector<std::shared_ptr<Runner>> runners;

public:
  std::vector<int> log;
  std::shared_ptr<Runner> start();
};
class Runner {
  std::shared_ptr<Topic> topic;
  std::vector<int> *log;

public:
  explicit Runner(std::shared_ptr<Topic> t)
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'topic': it keeps the object alive to which 'log' may refer
      : topic(t), log(&t->log) {}
  void run() { log->push_back(1); }
  bool isIdle() const { return !topic; }
};
std::shared_ptr<Runner> Topic::start() {
  auto runner = std::make_shared<Runner>(shared_from_this());
  runners.push_back(runner);
  return runner;
}
int main() {
  auto topic = std::make_shared<Topic>();
  auto runner = topic->start();
  runner->run();
  std::cout << runner->isIdle() << '\n';
}
