// A capture that is no plain shared pointer, and lambdas without a body to lock
// in.
//
//     Task -> a, b, c -> lambda -> task, tasks -> Task
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <vector>

#define WITH(x) [x] { ++x->n; }
#define BODY { ++task->n; }
struct Task {
  std::function<void()> a, b, c, d;
  int n = 0;
};

int main() {
  auto task = std::make_shared<Task>();
  std::vector<std::shared_ptr<Task>> tasks{task};
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'tasks': it is not itself a shared pointer, but only holds one
  task->b = [tasks] { ++tasks[0]->n; };
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': the lambda does nothing but keep it
  task->c = [task] {};
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': this is in a macro
  task->d = [task] BODY;
  auto other = std::make_shared<Task>();
  // CHECK-DAG: note: no fix is offered for the capture 'other': this is in a macro
  other->a = WITH(other);
}
