// Another overload would be chosen for a variable that is not const.
//
//     Item -> show, pass -> lambda -> item -> Item
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Item {
  std::function<void()> show, pass;
  int n = 1;
};
void print(const std::shared_ptr<Item> &item) { std::cout << "const" << item->n; }
void print(std::shared_ptr<Item> &item) { std::cout << "changed" << item->n; }
void look(const std::shared_ptr<Item> &item) { std::cout << "look" << item->n; }

// CHECK: {{^}}+  item->show = [weakItem = std::weak_ptr<Item>(item)] { const auto item = weakItem.lock(); if (!item) return; print(item); };
// CHECK-NEXT: {{^}}+  item->pass = [weakItem = std::weak_ptr<Item>(item)] { auto item = weakItem.lock(); if (!item) return; look(item); };

int main() {
  auto item = std::make_shared<Item>();
  item->show = [item] { print(item); };
  item->pass = [item] { look(item); };
  item->show();
  item->pass();
}
