// The body locks its captures in their order, whichever finding comes first.
//
//     Side -> sync -> lambda -> left, right -> Side
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Left {
  std::function<void()> sync;
  int value = 1;
};
struct Right {
  std::function<void()> sync;
  int value = 2;
};

// CHECK: {{^}}+  auto sync = [weakRight = std::weak_ptr<Right>(right), weakLeft = std::weak_ptr<Left>(left)] {
// CHECK-NEXT: {{^}}+    auto right = weakRight.lock();
// CHECK-NEXT: {{^}}+    if (!right) return;
// CHECK-NEXT: {{^}}+    auto left = weakLeft.lock();
// CHECK-NEXT: {{^}}+    if (!left) return;

int main() {
  auto left = std::shared_ptr<Left>(new Left);
  auto right = std::shared_ptr<Right>(new Right);
  auto sync = [right, left] {
    left->value += right->value;
  };
  left->sync = sync;
  right->sync = sync;
  left->sync();
  std::cout << left->value << '\n';
}
