// A mutable lambda that lets go of its capture by itself.
//
//     Timer -> onTick -> lambda -> timer -> Timer
//
// RUN: %prove_fix --expect-none --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <utility>

struct Timer {
  std::function<void()> onTick, onTock, onOther;
  int ticks = 0;
};

int main() {
  auto timer = std::make_shared<Timer>();
  timer->onTick = [timer]() mutable {
    if (timer && ++timer->ticks > 1)
      // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'timer': the lambda changes it
      timer.reset();
  };
  timer->onTock = [timer]() mutable {
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'timer': the lambda moves it out
    auto last = std::move(timer);
  };
  timer->onOther = [timer]() mutable {
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'timer': the lambda changes it
    timer = nullptr;
  };
}
