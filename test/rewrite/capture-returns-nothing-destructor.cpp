// A destructor calls it, which it never did while the cycle held: the lambda
// returns before it does anything.
//
//     Counter -> count -> lambda -> counter -> Counter
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Counter {
  std::function<void()> count;
  int n = 0;
  ~Counter() { count(); }
};

// CHECK: {{^}}+  counter->count = [weakCounter = std::weak_ptr<Counter>(counter)] { auto counter = weakCounter.lock(); if (!counter) return; std::cout << counter->n << '\n'; };

int main() {
  auto counter = std::shared_ptr<Counter>(new Counter);
  counter->count = [counter] { std::cout << counter->n << '\n'; };
  counter->count();
}
