// A lambda inside that refers to the capture is kept.
//
//     Job -> step -> lambda -> job -> Job
//
// RUN: %prove_fix --expect-none --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <vector>

struct Job {
  std::function<void()> step;
  int sum = 0;
};

int main() {
  std::vector<std::function<void()>> work;
  auto job = std::make_shared<Job>();
  job->step = [job, &work] {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'job': a lambda that captures it by reference may outlive it
    work.push_back([&job] { ++job->sum; });
  };
  job->step();
  work.front()();
  std::cout << job->sum << '\n';
}
