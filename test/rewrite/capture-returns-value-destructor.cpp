// A destructor calls it: the lock would give nullptr.
//
//     Counter -> count -> lambda -> counter -> Counter
//
// RUN: %prove_fix --expect-none --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Counter {
  std::function<int()> count;
  int n = 0;
  ~Counter() { std::cout << count() << '\n'; }
};

int main() {
  auto counter = std::make_shared<Counter>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'counter': a destructor may run this, and a weak pointer to an object that is being destroyed is empty
  counter->count = [counter] { return counter->n; };
}
