// The ways to get at the object itself, with a weak_from_this().
//
//     Session -> onTick -> lambda -> self -> Session
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Session : std::enable_shared_from_this<Session> {
  std::function<void(int)> onTick, onStop, onOther;
  int ticks = 0;
  void start(Session *other) {
    onTick = [self = shared_from_this()](int n) { self->ticks += n; };
    onStop = [self = this->shared_from_this()](int n) {
      self->ticks = n;
    };
    onOther = [ other(other->shared_from_this()) ](int n) { other->ticks -= n; };
  }
};

// CHECK: {{^}}+    onTick = [weakSelf = weak_from_this()](int n) { auto self = weakSelf.lock(); if (!self) return; self->ticks += n; };
// CHECK-NEXT: {{^}}+    onStop = [weakSelf = this->weak_from_this()](int n) {
// CHECK-NEXT: {{^}}+      auto self = weakSelf.lock();
// CHECK-NEXT: {{^}}+      if (!self) return;
// CHECK: {{^}}+    onOther = [ weakOther = other->weak_from_this() ](int n) { auto other = weakOther.lock(); if (!other) return; other->ticks -= n; };

int main() {
  auto session = std::shared_ptr<Session>(new Session);
  session->start(session.get());
  session->onTick(3);
  session->onOther(1);
  std::cout << session->ticks << '\n';
  session->onStop(7);
  std::cout << session->ticks << '\n';
}
