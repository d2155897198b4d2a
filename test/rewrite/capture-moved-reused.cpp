// Who looks at the variable after the move would find it full.
//
//     Client -> onTick -> lambda -> client -> Client
//
// RUN: %prove_fix --expect-none --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <utility>

struct Client {
  std::function<void()> onTick;
  int ticks = 0;
};

int main() {
  auto client = std::shared_ptr<Client>(new Client);
  auto other = client;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'moved': what is moved into it here is used elsewhere too
  client->onTick = [moved = std::move(other)] { ++moved->ticks; };
  std::cout << (other ? "full" : "empty") << '\n';
}
