// A cast of the object itself, which only the base class can hand out.
//
//     Base -> onTick -> lambda -> self -> Derived
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Base : std::enable_shared_from_this<Base> {
  std::function<void()> onTick;
  virtual ~Base() = default;
};
struct Derived : Base {
  int ticks = 0;
  void start() {
    onTick = [self = std::static_pointer_cast<Derived>(shared_from_this())] {
      ++self->ticks;
    };
  }
};

// CHECK: {{^}}+    onTick = [weakSelf = std::weak_ptr<Derived>(std::static_pointer_cast<Derived>(shared_from_this()))] {
// CHECK-NEXT: {{^}}+      auto self = weakSelf.lock();
// CHECK-NEXT: {{^}}+      if (!self) return;

int main() {
  auto derived = std::shared_ptr<Derived>(new Derived);
  derived->start();
  derived->onTick();
  std::cout << derived->ticks << '\n';
}
