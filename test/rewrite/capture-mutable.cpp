// A mutable lambda that changes its other captures only.
//
//     Timer -> onTick -> lambda -> timer -> Timer
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Timer {
  std::function<void()> onTick;
  int ticks = 0;
};

// CHECK: {{^}}+  timer->onTick = [weakTimer = std::weak_ptr<Timer>(timer), n = 0]() mutable { auto timer = weakTimer.lock(); if (!timer) return; timer->ticks += ++n; };

int main() {
  auto timer = std::make_shared<Timer>();
  timer->onTick = [timer, n = 0]() mutable { timer->ticks += ++n; };
  timer->onTick();
  timer->onTick();
  std::cout << timer->ticks << '\n';
}
