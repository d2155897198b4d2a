// A pointer that owns nothing: there is nothing to lock.
//
//     Task -> run -> lambda -> task -> Task
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Task {
  std::function<void()> run;
  int n = 1;
};

void wire(const std::shared_ptr<Task> &task) {
  task->run = [task] { std::cout << task->n << '\n'; };
}

int main() {
  wire(std::make_shared<Task>());
  Task local;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': the pointer that is made here may own another object than it points to, or none, and then a weak pointer has nothing to lock
  wire(std::shared_ptr<Task>(std::shared_ptr<void>(), &local));
  local.run();
}
