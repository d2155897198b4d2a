// What is taken out of a container before it gets its owner is held no more.
//
//   Worker -backlog-> Job -runner-> Worker
//
// RUN: %check_default %s -- -std=c++17 -DTAKE=back -DPOP=pop_back | count 0
// RUN: %check_default %s -- -std=c++17 -DTAKE=front -DPOP=pop_front | count 0
// RUN: %clangxx_lsan -std=c++17 -DTAKE=back -DPOP=pop_back %s -o %t0 && %lsan_env %t0
// The other end, or nothing:
// RUN: %check_default %s -- -std=c++17 -DTAKE=back -DPOP=pop_front | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DTAKE=front -DPOP=size | FileCheck %s
// RUN: %clangxx_lsan -std=c++17 -DTAKE=back -DPOP=pop_front %s -o %t2 && not %lsan_env %t2
// RUN: %clangxx_lsan -std=c++17 -DTAKE=front -DPOP=size %s -o %t3 && not %lsan_env %t3

#include <deque>
#include <memory>

struct Worker;
struct Job {
  // CHECK: :[[# @LINE + 1]]:{{[0-9]+}}: warning: 'Job::runner' {{keeps|can keep}} its own owner alive
  std::shared_ptr<Worker> runner;
};
struct Worker : std::enable_shared_from_this<Worker> {
  std::deque<std::shared_ptr<Job>> backlog;
  void run() {
    auto job = backlog.TAKE();
    backlog.POP();
    job->runner = shared_from_this();
  }
};
int main() {
  auto worker = std::make_shared<Worker>();
  worker->backlog.push_back(std::make_shared<Job>());
  worker->backlog.push_back(std::make_shared<Job>());
  worker->run();
}
