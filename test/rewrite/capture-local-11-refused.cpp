// C++11: no place for a variable before these statements.
//
//     Connection -> onClose, onOpen -> lambda -> connection -> Connection
//
// RUN: %prove_fix --expect-none --std=c++11 %s %t | FileCheck %s
#include <functional>
#include <memory>
#include <vector>

struct Connection {
  std::function<void()> onOpen, onClose, onLoop;
  int state = 0;
};

void wire(const std::shared_ptr<Connection> &connection, int what) {
  switch (what) {
  case 1:
    connection->onOpen = [connection] { connection->state = 1; };
    break;
  default:
    break;
  }
  for (auto each : {connection, connection})
    each->onLoop = [each] { each->state = 2; };
}
// CHECK-DAG: note: no fix is offered for the capture 'connection': before C++14 the weak pointer must be a variable, and it cannot be declared before this statement
// CHECK-DAG: note: no fix is offered for the capture 'each': before C++14 the weak pointer must be a variable, and it cannot be declared before this statement

int main() {
  auto connection = std::shared_ptr<Connection>(new Connection);
  wire(connection, 1);
}
