// Comments, tabs and line ends stay.
//
//     Task -> a, b, c, d -> lambda -> task -> Task
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Task {
  std::function<void()> a, b, c, d, e;
  int n = 0;
};

// CHECK: {{^}}+  task->a = [ /*strong*/ weakTask = std::weak_ptr<Task>(task) /*!*/ ]
// CHECK: {{^}}+	auto task = weakTask.lock();
// CHECK-NEXT: {{^}}+	if (!task) return;
// CHECK: {{^}}+  task->b = [weakTask = std::weak_ptr<Task>(task)]() {
// CHECK-NEXT: {{^}}+    auto task = weakTask.lock();
// CHECK-NEXT: {{^}}+    if (!task) return;
// CHECK: {{^}}+  task->c = [weakTask = std::weak_ptr<Task>(task)] { auto task = weakTask.lock(); if (!task) return; ++task->n;
// CHECK: {{^}}+  task->d = [weakTask = std::weak_ptr<Task>(task)] { /* one */
// CHECK-NEXT: {{^}}+    auto task = weakTask.lock();
// CHECK-NEXT: {{^}}+    if (!task) return;
// CHECK: {{^}}+  task->e=[weakTask = std::weak_ptr<Task>(task)]{auto task = weakTask.lock(); if (!task) return; ++task->n;};

int main() {
  auto task = std::make_shared<Task>();
  task->a = [ /*strong*/ task /*!*/ ]
  { // counts
	// up
	++task->n;
  };
  task->b = [task]() {

    ++task->n; };
  task->c = [task] { ++task->n;
    ++task->n;
  };
  task->d = [task] { /* one */
    ++task->n;
  };
  task->e=[task]{++task->n;};
  task->a();
  task->b();
  task->c();
  task->d();
  task->e();
  std::cout << task->n << std::endl;
}
