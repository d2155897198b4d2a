// The class is written as it is visible at the lambda.
//
//     Client -> onTick -> lambda -> self -> Client
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

namespace net {
struct Client {
  struct Part {
    std::function<void()> onTick;
    int n = 0;
  };
  std::function<void()> onTick;
  int n = 0;
};
template <typename T> struct Box {
  std::function<void()> onTick;
  T value{};
};
} // namespace net
struct Other {
  using Client = int;
  static void wire() {
    auto client = std::make_shared<net::Client>();
    client->onTick = [client] { ++client->n; };
    client->onTick();
    std::cout << client->n << '\n';
  }
};
namespace net {
namespace {
void wireInside() {
  auto client = std::make_shared<Client>();
  client->onTick = [client] { ++client->n; };
  client->onTick();
  auto part = std::make_shared<Client::Part>();
  part->onTick = [part] { ++part->n; };
  part->onTick();
  std::cout << client->n << part->n << '\n';
}
} // namespace
} // namespace net

// CHECK: {{^}}+    client->onTick = [weakClient = std::weak_ptr<net::Client>(client)] { auto client = weakClient.lock(); if (!client) return; ++client->n; };
// CHECK: {{^}}+  client->onTick = [weakClient = std::weak_ptr<Client>(client)] { auto client = weakClient.lock(); if (!client) return; ++client->n; };
// CHECK: {{^}}+  part->onTick = [weakPart = std::weak_ptr<Client::Part>(part)] { auto part = weakPart.lock(); if (!part) return; ++part->n; };
// CHECK: {{^}}+  client->onTick = [weakClient = std::weak_ptr<net::Client>(client)] { auto client = weakClient.lock(); if (!client) return; ++client->n; };
// CHECK: {{^}}+  local->onTick = [weakLocal = std::weak_ptr<Local>(local)] { auto local = weakLocal.lock(); if (!local) return; ++local->n; };
// CHECK: {{^}}+  box->onTick = [weakBox = std::weak_ptr<net::Box<long>>(box)] { auto box = weakBox.lock(); if (!box) return; ++box->value; };

int main() {
  using Pointer = std::shared_ptr<net::Client>;
  Pointer client(new net::Client);
  client->onTick = [client] { ++client->n; };
  client->onTick();
  struct Local {
    std::function<void()> onTick;
    int n = 0;
  };
  auto local = std::make_shared<Local>();
  local->onTick = [local] { ++local->n; };
  local->onTick();
  auto box = std::make_shared<net::Box<long>>();
  box->onTick = [box] { ++box->value; };
  box->onTick();
  std::cout << client->n << local->n << box->value << '\n';
  Other::wire();
  net::wireInside();
}
