// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A field of closure type owns what the lambda captured by copy.
//
//   Local -task-> Task<lambda> -work-> lambda -local-> Local

#include <memory>

template <typename Work> struct Task {
  Work work;
};

void byCopy() {
  struct Local;
  std::shared_ptr<Local> local;
  auto work = [local] {};
  struct Local {
    Task<decltype(work)> task;
  };
}
// CHECK: :[[@LINE-5]]:16: warning: 'Task::work' can keep its own owner alive by capturing 'local': Task<(lambda)> -> work -> lambda -> local -> Local -> task -> Task<(lambda)>; capture a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:16: note: the lambda captures 'local', which holds 'Local' directly
// CHECK: :[[@LINE-5]]:26: note: 'Local::task' holds 'Task<(lambda)>' by value
// CHECK: :[[@LINE-14]]:8: note: 'Task::work' holds 'lambda' by value

void byInitializer() {
  struct Local;
  std::shared_ptr<Local> local;
  auto work = [renamed = local] {};
  struct Local {
    Task<decltype(work)> task;
  };
}
// CHECK: :[[@LINE-5]]:16: warning: 'Task::work' can keep its own owner alive by capturing 'renamed': Task<(lambda)> -> work -> lambda -> renamed -> Local -> task -> Task<(lambda)>; capture a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:16: note: the lambda captures 'renamed', which holds 'Local' directly
// CHECK: :[[@LINE-5]]:26: note: 'Local::task' holds 'Task<(lambda)>' by value
// CHECK: :[[@LINE-27]]:8: note: 'Task::work' holds 'lambda' by value

// By reference, or weak.
void byReference() {
  struct Local;
  std::shared_ptr<Local> local;
  auto work = [&local] {};
  struct Local {
    Task<decltype(work)> task;
  };
}

void weak() {
  struct Local;
  std::weak_ptr<Local> local;
  auto work = [local] {};
  struct Local {
    Task<decltype(work)> task;
  };
}
