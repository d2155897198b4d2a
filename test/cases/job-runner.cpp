// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <queue>
struct Worker;
struct Job {
  int id;
  std::shared_ptr<Worker> runner;
  explicit Job(int i) : id(i) {}
};
struct Worker : std::enable_shared_from_this<Worker> {
  std::queue<std::shared_ptr<Job>> backlog;
  int done = 0;
  void runOne() {
    auto j = backlog.front();
    backlog.pop();
    j->runner = shared_from_this();
    ++done;
  }
};
int main() {
  auto w = std::make_shared<Worker>();
  w->backlog.push(std::make_shared<Job>(1));
  w->backlog.push(std::make_shared<Job>(2));
  w->runOne();
  w->runOne();
  std::cout << w->done << "\n";
}
