// Callbacks in containers.
//
//     Bus -> handlers, named -> lambda -> bus -> Bus
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

struct Bus {
  std::vector<std::function<void(int)>> handlers;
  std::map<std::string, std::function<void(int)>> named;
  int sum = 0;
};

// CHECK: {{^}}+  bus->handlers.push_back([weakBus = std::weak_ptr<Bus>(bus)](int n) { auto bus = weakBus.lock(); if (!bus) return; bus->sum += n; });
// CHECK-NEXT: {{^}}+  bus->handlers.emplace_back([weakBus = std::weak_ptr<Bus>(bus)](int n) { auto bus = weakBus.lock(); if (!bus) return; bus->sum -= 2 * n; });
// CHECK-NEXT: {{^}}+  bus->named["both"] = [weakBus = std::weak_ptr<Bus>(bus)](int n) {
// CHECK-NEXT: {{^}}+    auto bus = weakBus.lock();
// CHECK-NEXT: {{^}}+    if (!bus) return;

int main() {
  auto bus = std::make_shared<Bus>();
  bus->handlers.push_back([bus](int n) { bus->sum += n; });
  bus->handlers.emplace_back([bus](int n) { bus->sum -= 2 * n; });
  bus->named["both"] = [bus](int n) {
    for (auto &handler : bus->handlers) handler(n);
  };
  bus->named["both"](3);
  std::cout << bus->sum << '\n';
}
