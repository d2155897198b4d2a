// Lambdas inside: called at once, given to an algorithm, and kept.
//
//     Job -> step -> lambda -> job -> Job
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <vector>

struct Queue {
  std::vector<std::function<void()>> work;
  void run() {
    auto now = std::move(work);
    work.clear();
    for (auto &w : now)
      w();
  }
};
struct Job {
  std::function<void()> step;
  std::vector<int> parts{1, 2, 3};
  int sum = 0;
};

// CHECK: {{^}}+  job->step = [weakJob = std::weak_ptr<Job>(job), &queue] {
// CHECK-NEXT: {{^}}+    auto job = weakJob.lock();
// CHECK-NEXT: {{^}}+    if (!job) return;

int main() {
  Queue queue;
  auto job = std::make_shared<Job>();
  job->step = [job, &queue] {
    [&] { ++job->sum; }();
    std::for_each(job->parts.begin(), job->parts.end(),
                  [&](int n) { job->sum += n; });
    auto twice = [&job](int n) { job->sum += 2 * n; };
    twice(5);
    queue.work.push_back([job] { job->sum += 100; });
  };
  job->step();
  queue.run();
  std::cout << job->sum << '\n';
}
