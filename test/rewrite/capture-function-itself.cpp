// A function that captures itself, to go on.
//
//     function -> target -> lambda -> step -> function
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

// CHECK: {{^}}+  *step = [weakStep = std::weak_ptr<std::function<void (int)>>(step)](int n) {
// CHECK-NEXT: {{^}}+    auto step = weakStep.lock();
// CHECK-NEXT: {{^}}+    if (!step) return;

int main() {
  auto step = std::make_shared<std::function<void(int)>>();
  *step = [step](int n) {
    std::cout << n << '\n';
    if (n > 0)
      (*step)(n - 1);
  };
  (*step)(2);
}
