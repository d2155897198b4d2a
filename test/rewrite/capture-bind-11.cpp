// A bind becomes a lambda, with the weak pointer as a variable before.
//
//     Pin -> handler -> bind -> shared_from_this() -> Counter -> pin -> Pin
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <string>

struct Pin {
  std::function<void(bool)> handler;
  void attach(std::function<void(bool)> h) { handler = h; }
};
struct Counter : std::enable_shared_from_this<Counter> {
  Pin pin;
  int count = 0;
  void edge(bool up, int weight) { count += up ? weight : -weight; }
  void arm() {
    pin.attach(std::bind(&Counter::edge, shared_from_this(), std::placeholders::_1, 2));
  }
};

// CHECK: {{^}}+    std::weak_ptr<Counter> weakSelf(shared_from_this());
// CHECK-NEXT: {{^}}+    pin.attach([weakSelf](bool up) { if (auto self = weakSelf.lock()) self->edge(up, 2); });

int main() {
  std::shared_ptr<Counter> counter(new Counter);
  counter->arm();
  counter->pin.handler(true);
  counter->pin.handler(true);
  counter->pin.handler(false);
  std::cout << counter->count << '\n';
}
