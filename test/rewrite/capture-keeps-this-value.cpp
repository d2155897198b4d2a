// The capture keeps what `this` is, and there is no value for "gone".
//
//     Session -> count -> lambda -> self -> Session
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Session : std::enable_shared_from_this<Session> {
  std::function<int()> count;
  int ticks = 0;
  void start() {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'self': the lambda works on 'this', which it keeps alive, and has no value to return without it
    count = [self = shared_from_this(), this] { return ticks; };
  }
};

int main() {
  auto session = std::shared_ptr<Session>(new Session);
  session->start();
  std::cout << session->count() << '\n';
}
