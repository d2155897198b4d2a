// A lambda that stores another one: both keep the owner.
//
//     Conn -> a, b -> lambda -> conn -> Conn
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Conn {
  std::function<void()> a, b;
  int n = 0;
};

void wire(const std::shared_ptr<Conn> &conn) {
  conn->a = [conn] {
    conn->b = [conn] { ++conn->n; };
  };
}

// CHECK: {{^}}+  std::weak_ptr<Conn> weakConn(conn);
// CHECK-NEXT: {{^}}+  conn->a = [weakConn] {
// CHECK-NEXT: {{^}}+    auto conn = weakConn.lock();
// CHECK-NEXT: {{^}}+    if (!conn) return;
// CHECK-NEXT: {{^}}+    std::weak_ptr<Conn> weakConn2(conn);
// CHECK-NEXT: {{^}}+    conn->b = [weakConn2] { auto conn = weakConn2.lock(); if (!conn) return; ++conn->n; };

int main() {
  std::shared_ptr<Conn> conn(new Conn);
  wire(conn);
  conn->a();
  conn->b();
  std::cout << conn->n << '\n';
}
