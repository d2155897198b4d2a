// A value is not made up: without the object the lambda has none.
//
//     Counter -> count -> lambda -> counter -> Counter
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <string>

struct Counter {
  std::function<int(int)> count;
  std::function<std::string()> name;
  int n = 0;
};

// CHECK: {{^}}+  counter->count = [weakCounter = std::weak_ptr<Counter>(counter)](int by) {
// CHECK-NEXT: {{^}}+    auto counter = weakCounter.lock();
// CHECK: {{^}}+  counter->name = [weakCounter = std::weak_ptr<Counter>(counter)]() -> std::string { auto counter = weakCounter.lock(); return std::to_string(counter->n); };

int main() {
  auto counter = std::make_shared<Counter>();
  counter->count = [counter](int by) {
    counter->n += by;
    return counter->n;
  };
  counter->name = [counter]() -> std::string { return std::to_string(counter->n); };
  counter->count(2);
  std::cout << counter->count(3) << counter->name() << '\n';
}
