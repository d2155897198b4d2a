// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// What a default member initializer makes is there when it is linked back.
//
//   Job -bar-> Bar -job-> Job

#include <memory>

struct Job;
struct Bar {
  std::shared_ptr<Job> job;
};
struct Job {
  std::shared_ptr<Bar> bar = std::make_shared<Bar>();
};
void start() {
  auto job = std::make_shared<Job>();
  job->bar->job = job;
}
// CHECK: warning: 'Bar::job' keeps its own owner alive: Bar -> job -> Job -> bar -> Bar; make it a std::weak_ptr
// CHECK: :[[@LINE-3]]:17: note: here 'Bar::job' gets its 'Job'

// The initializer makes it, and nothing links it back.
class Task;
class Meter {
  std::shared_ptr<Task> task;
};
class Task {
  std::shared_ptr<Meter> meter = std::make_shared<Meter>();
};
void run() { std::make_shared<Task>(); }
