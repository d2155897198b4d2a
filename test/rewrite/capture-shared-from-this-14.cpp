// Before C++17 there is no weak_from_this().
//
//     Session -> onTick -> lambda -> self -> Session
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

namespace net {
struct Session : std::enable_shared_from_this<Session> {
  std::function<void(int)> onTick;
  int ticks = 0;
  void start();
};
} // namespace net

void net::Session::start() {
  onTick = [self = shared_from_this()](int n) { self->ticks += n; };
}

// CHECK: {{^}}+  onTick = [weakSelf = std::weak_ptr<Session>(shared_from_this())](int n) { auto self = weakSelf.lock(); if (!self) return; self->ticks += n; };

int main() {
  auto session = std::shared_ptr<net::Session>(new net::Session);
  session->start();
  session->onTick(3);
  std::cout << session->ticks << '\n';
}
