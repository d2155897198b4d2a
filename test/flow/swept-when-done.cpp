// A loop that takes out those that are done: in time, all are.
//
//   Pool -jobs-> Job -pool-> Pool
//
// RUN: %check_default %s -- -std=c++17 -DHOW=0 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=1 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=2 | count 0
// RUN: %check_default %s -- -std=c++20 -DHOW=3 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=8 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=9 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=14 | count 0
// Who looks for one, by comparing or by leaving the loop, leaves the others:
// RUN: %check_default %s -- -std=c++17 -DHOW=4 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DHOW=5 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DHOW=6 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DHOW=10 | FileCheck %s
// And what waits until somebody else lets go waits forever:
// RUN: %check_default %s -- -std=c++17 -DHOW=7 | FileCheck %s
// Null pointers keep nothing that could be let go:
// RUN: %check_default %s -- -std=c++17 -DHOW=11 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DHOW=12 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DHOW=13 | FileCheck %s
// RUN: %clangxx_lsan -std=c++17 -DHOW=11 %s -o %t11 && not %lsan_env %t11
// RUN: %clangxx_lsan -std=c++17 -DHOW=14 %s -o %t14 && %lsan_env %t14

#include <list>
#include <memory>
#include <algorithm>
#include <vector>

struct Pool;
struct Job {
  // CHECK: :[[# @LINE + 1]]:{{[0-9]+}}: warning: 'Job::pool' keeps its own owner alive
  std::shared_ptr<Pool> pool;
  int left = 2;
  int id = 0;
  bool step() { return --left <= 0; }
};
struct Pool {
  std::vector<std::shared_ptr<Job>> jobs;
  void sweep(int id) {
#if HOW == 0
    for (auto it = jobs.begin(); it != jobs.end();)
      if ((*it)->step())
        it = jobs.erase(it);
      else
        ++it;
#elif HOW == 1
    jobs.erase(std::remove_if(jobs.begin(), jobs.end(),
                              [](const auto &j) { return j->step(); }),
               jobs.end());
#elif HOW == 2
    auto it = jobs.begin();
    while (it != jobs.end()) {
      if ((*it)->left == 0)
        it = jobs.erase(it);
      else
        ++it;
    }
#elif HOW == 3
    std::erase_if(jobs, [](const auto &j) { return j->step(); });
#elif HOW == 4
    for (auto it = jobs.begin(); it != jobs.end();)
      if ((*it)->id == id)
        it = jobs.erase(it);
      else
        ++it;
#elif HOW == 5
    for (auto it = jobs.begin(); it != jobs.end(); ++it)
      if ((*it)->step()) {
        jobs.erase(it);
        break;
      }
#elif HOW == 6
    jobs.erase(std::remove_if(jobs.begin(), jobs.end(),
                              [&](const auto &j) { return j->id == id; }),
               jobs.end());
#elif HOW == 7
    for (auto it = jobs.begin(); it != jobs.end();)
      if (it->use_count() < 2)
        it = jobs.erase(it);
      else
        ++it;
#elif HOW == 8 || HOW == 9
    std::vector<std::shared_ptr<Job>> left;
    for (auto &j : jobs)
      if (!j->step())
        left.push_back(j);
#if HOW == 8
    jobs = std::move(left);
#else
    jobs.swap(left);
#endif
#elif HOW == 10
    std::vector<std::shared_ptr<Job>> left;
    for (auto &j : jobs)
      if (j->id != id)
        left.push_back(j);
    jobs = std::move(left);
#elif HOW == 11
    jobs.erase(std::remove_if(jobs.begin(), jobs.end(),
                              [](const auto &j) { return !j; }),
               jobs.end());
#elif HOW == 12 || HOW == 14
    for (auto it = jobs.begin(); it != jobs.end();)
#if HOW == 12
      if (!*it)
#else
      if (!--(*it)->left)
#endif
        it = jobs.erase(it);
      else
        ++it;
#elif HOW == 13
    for (auto it = jobs.begin(); it != jobs.end();)
      if (*it == nullptr)
        it = jobs.erase(it);
      else
        ++it;
#endif
  }
};
int main() {
  auto pool = std::make_shared<Pool>();
  for (int i = 0; i < 3; ++i) {
    auto job = std::make_shared<Job>();
    job->pool = pool;
    pool->jobs.push_back(job);
  }
  pool->sweep(4);
  pool->sweep(5);
}
