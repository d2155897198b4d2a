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
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': its address is taken
  task->a = [task] { seen = &task; };
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': it is passed by reference to 'watch', which may keep the reference
  task->b = [task] { watcher.watch(task); };
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': what the lambda returns may refer to the object, and a weak pointer does not keep the object alive for that long
  task->c = [task]() -> const std::shared_ptr<Task> & { return task; };
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': what the lambda returns may refer to the object, and a weak pointer does not keep the object alive for that long
  task->d = [task] { return &task->n; };
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': 'use_count' counts the owners, and a weak pointer is none
  task->e = [task] { return task.use_count(); };
  // CHECK-DAG: :[[#@LINE+2]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': the lambda's body declares its name again here
  task->f = [task] {
    int task = 3;
    std::cout << task;
  };
}
