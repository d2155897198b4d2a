// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Several bases, and virtual ones.

#include <memory>

// Plan -task-> Task -plan-> Both is a Named and a Plan
struct Task;
struct Named {
  int name;
};
struct Plan {
  std::shared_ptr<Task> task;
};
struct Both : Named, Plan {};
struct Task {
  std::shared_ptr<Both> plan;
};
// CHECK: :[[@LINE-2]]:25: warning: 'Task::plan' can keep its own owner alive: Task -> plan -> Both -> task -> Task; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:25: note: 'Task::plan' holds 'Both' directly
// CHECK: :[[@LINE-8]]:25: note: 'Plan::task', which 'Both' has through base 'Plan', holds 'Task' directly

// Top -diamond-> Diamond -source-> Bottom is virtually a Top, along two ways
struct Diamond;
struct Top {
  std::shared_ptr<Diamond> diamond;
};
struct Left : virtual Top {};
struct Right : virtual Top {};
struct Bottom : Left, Right {};
struct Diamond {
  std::shared_ptr<Bottom> source;
};
// CHECK: :[[@LINE-2]]:27: warning: 'Diamond::source' can keep its own owner alive: Diamond -> source -> Bottom -> diamond -> Diamond; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:27: note: 'Diamond::source' holds 'Bottom' directly
// CHECK: :[[@LINE-10]]:28: note: 'Top::diamond', which 'Bottom' has through base 'Top', holds 'Diamond' directly

// The other base leads on, but not back.
struct Job;
struct Empty {};
struct Held {
  std::shared_ptr<Empty> empty;
};
struct Owner : Named, Held {
  std::shared_ptr<Job> job;
};
struct Job {
  std::shared_ptr<Held> held;
};
