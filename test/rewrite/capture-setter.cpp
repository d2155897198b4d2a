// A callback that a setter stores. The statement itself shows that the pointer
// is not null.
//
//     Connection -> onClose_ -> lambda -> connection -> Connection
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <utility>

class Connection {
public:
  void onClose(std::function<void()> f) { onClose_ = std::move(f); }
  void close() { onClose_(); }
  bool isOpen = true;

private:
  std::function<void()> onClose_;
};

void wire(std::shared_ptr<Connection> connection, bool really) {
  connection->onClose([connection, really] {
    if (really)
      connection->isOpen = false;
  });
}

// CHECK: {{^}}+  connection->onClose([weakConnection = std::weak_ptr<Connection>(connection), really] {
// CHECK-NEXT: {{^}}+    auto connection = weakConnection.lock();
// CHECK-NEXT: {{^}}+    if (!connection) return;

int main() {
  auto connection = std::shared_ptr<Connection>(new Connection);
  wire(connection, true);
  connection->close();
  std::cout << connection->isOpen << '\n';
}
