// What the body does with the pointer itself does not end with the call.
//
//     Task -> a, b, c, d -> lambda -> task -> Task
//
// RUN: %prove_fix --expect-none --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Task {
  std::function<void()> a, b, f;
  std::function<const std::shared_ptr<Task> &()> c;
  std::function<int *()> d;
  std::function<long()> e;
  int n = 0;
};
const std::shared_ptr<Task> *seen = nullptr;
struct Watcher {
  const std::shared_ptr<Task> *watched = nullptr;
  void watch(const std::shared_ptr<Task> &task) { watched = &task; }
};

int main() {
  auto task = std::make_shared<Task>();
  static Watcher watcher;
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': this use of the capture is not understood
  task->a = [task] { seen = &task; };
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': a reference to the capture may be kept by what it is passed to
  task->b = [task] { watcher.watch(task); };
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': what the lambda returns may refer to the object
  task->c = [task]() -> const std::shared_ptr<Task> & { return task; };
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': what the lambda returns may refer to the object
  task->d = [task] { return &task->n; };
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': the lambda counts the references to its capture
  task->e = [task] { return task.use_count(); };
  // CHECK-DAG: :[[#@LINE+2]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': the lambda's body declares its name again
  task->f = [task] {
    int task = 3;
    std::cout << task;
  };
}
