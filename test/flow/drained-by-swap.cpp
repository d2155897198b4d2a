// Swapped with a fresh container, a field is emptied; with a filled one, not.
//
//   Queue -jobs-> Job -queue-> Queue
//
// RUN: %check_default %s -- -std=c++17 | count 0
// RUN: %check_default %s -- -std=c++17 -DFILLED | FileCheck %s

#include <memory>
#include <vector>

struct Job;
struct Queue {
  std::vector<std::shared_ptr<Job>> jobs;
  void pump() {
    std::vector<std::shared_ptr<Job>> now;
#ifdef FILLED
    now.push_back(jobs.front());
#endif
    now.swap(jobs);
  }
};
struct Job {
  // CHECK: :[[# @LINE + 1]]:{{[0-9]+}}: warning: 'Job::queue' keeps its own owner alive
  std::shared_ptr<Queue> queue;
};
int main() {
  auto queue = std::make_shared<Queue>();
  auto job = std::make_shared<Job>();
  job->queue = queue;
  queue->jobs.push_back(job);
  for (int i = 0; i < 2; ++i)
    queue->pump();
}
