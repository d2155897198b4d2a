// The names that one would give are taken.
//
//     Session -> onTick -> lambda -> self -> Session
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Session : std::enable_shared_from_this<Session> {
  std::function<void()> onTick, onTock, on_close;
  int ticks = 0;
  void start() {
    std::weak_ptr<Session> weakSelf = shared_from_this();
    int weakSelf2 = 5;
    auto my_self = shared_from_this();
    onTick = [self = shared_from_this(), weakSelf, weakSelf2] {
      if (!weakSelf.expired())
        self->ticks += weakSelf2;
    };
    onTock = [my_self] { ++my_self->ticks; };
  }
};

// CHECK: {{^}}+    onTick = [weakSelf3 = std::weak_ptr<Session>(shared_from_this()), weakSelf, weakSelf2] {
// CHECK-NEXT: {{^}}+      auto self = weakSelf3.lock();
// CHECK-NEXT: {{^}}+      if (!self) return;
// CHECK: {{^}}+    onTock = [weak_my_self = std::weak_ptr<Session>(my_self)] { auto my_self = weak_my_self.lock(); if (!my_self) return; ++my_self->ticks; };

int main() {
  auto session = std::shared_ptr<Session>(new Session);
  session->start();
  session->onTick();
  session->onTock();
  std::cout << session->ticks << '\n';
}
