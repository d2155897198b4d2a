// Forms of C++20.
//
//     Session -> a, b -> lambda -> self -> Session
//
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Session : std::enable_shared_from_this<Session> {
  std::function<void(int)> a, b;
  int n = 0;
  void start() {
    auto self = shared_from_this();
    a = [=, this](int by) { self->n += by + n; };
    b = [self]<typename T>(T by) { self->n += by; };
  }
};

// CHECK: {{^}}+    a = [=, weakSelf = std::weak_ptr<Session>(self), this](int by) { auto self = weakSelf.lock(); if (!self) return; self->n += by + n; };
// CHECK-NEXT: {{^}}+    b = [weakSelf = std::weak_ptr<Session>(self)]<typename T>(T by) { auto self = weakSelf.lock(); if (!self) return; self->n += by; };

int main() {
  auto session = std::shared_ptr<Session>(new Session);
  session->start();
  session->a(1);
  session->b(2);
  std::cout << session->n << '\n';
}
