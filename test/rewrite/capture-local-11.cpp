// C++11 has no init-captures: the weak pointer is a variable before.
//
//     Connection -> onClose, onOpen -> lambda -> connection -> Connection
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Connection {
  std::function<void()> onOpen, onClose, onError;
  int state = 0;
};

void wire(const std::shared_ptr<Connection> &connection) {
  connection->onOpen = [connection] { connection->state = 1; };
  if (connection->state == 0) {
    connection->onClose = [=]() {
      connection->state = 2;
    };
  }
}
void wireError(const std::shared_ptr<Connection> &connection) { connection->onError = [&, connection] { connection->state = 3; }; }

// CHECK: {{^}}+  std::weak_ptr<Connection> weakConnection(connection);
// CHECK-NEXT: {{^}}+  connection->onOpen = [weakConnection] { auto connection = weakConnection.lock(); if (!connection) return; connection->state = 1; };
// CHECK: {{^}}+    std::weak_ptr<Connection> weakConnection2(connection);
// CHECK: {{^}}+      auto connection = weakConnection2.lock();
// CHECK-NEXT: {{^}}+      if (!connection) return;
// CHECK: {{^}}+void wireError(const std::shared_ptr<Connection> &connection) { std::weak_ptr<Connection> weakConnection3(connection); connection->onError = [&, weakConnection3] { auto connection = weakConnection3.lock(); if (!connection) return; connection->state = 3; }; }

int main() {
  auto connection = std::shared_ptr<Connection>(new Connection);
  wire(connection);
  wireError(connection);
  connection->onOpen();
  std::cout << connection->state << '\n';
  connection->onClose();
  std::cout << connection->state << '\n';
  connection->onError();
  std::cout << connection->state << '\n';
}
