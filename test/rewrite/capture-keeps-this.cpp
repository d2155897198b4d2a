// The capture keeps what `this` is: nothing may be done without it.
//
//     Session -> onTick -> lambda -> self -> Session
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Session : std::enable_shared_from_this<Session> {
  std::function<void()> onTick, onTock;
  int ticks = 0;
  void start() {
    onTick = [self = shared_from_this(), this] { ++ticks; };
    auto self = shared_from_this();
    onTock = [this, self]() {
      // Twice.
      ticks += 2;
    };
  }
};

// CHECK: {{^}}+    onTick = [weakSelf = weak_from_this(), this] { auto self = weakSelf.lock(); if (!self) return; ++ticks; };
// CHECK: {{^}}+    onTock = [this, weakSelf = std::weak_ptr<Session>(self)]() {
// CHECK-NEXT: {{^}}+      auto self = weakSelf.lock();
// CHECK-NEXT: {{^}}+      if (!self) return;

int main() {
  auto session = std::shared_ptr<Session>(new Session);
  session->start();
  session->onTick();
  session->onTock();
  std::cout << session->ticks << '\n';
}
