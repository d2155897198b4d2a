// Two captures of one lambda must go, and one may stay.
//
//     Side -> sync -> lambda -> left, right -> Side
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Log {
  int lines = 0;
};
struct Left {
  std::function<void()> sync;
  int value = 1;
};
struct Right {
  std::function<void()> sync;
  int value = 2;
};

// CHECK: note: what fixes the capture 'left' makes this one weak as well
// CHECK: {{^}}+  auto sync = [weakLeft = std::weak_ptr<Left>(left), log, weakRight = std::weak_ptr<Right>(right)] {
// CHECK-NEXT: {{^}}+    auto left = weakLeft.lock();
// CHECK-NEXT: {{^}}+    if (!left) return;
// CHECK-NEXT: {{^}}+    auto right = weakRight.lock();
// CHECK-NEXT: {{^}}+    if (!right) return;

int main() {
  auto log = std::shared_ptr<Log>(new Log);
  auto left = std::shared_ptr<Left>(new Left);
  auto right = std::shared_ptr<Right>(new Right);
  auto sync = [left, log, right] {
    left->value += right->value;
    ++log->lines;
  };
  left->sync = sync;
  right->sync = sync;
  left->sync();
  std::cout << left->value << log->lines << '\n';
}
