// A base that is given its own derived class.
//
//     Chapter -> owner -> Chapter -> items -> Chapter
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

template <typename Derived>
struct Item : std::enable_shared_from_this<Derived> {
  std::shared_ptr<Derived> owner;
  std::vector<std::shared_ptr<Derived>> items;
  bool isTop() const { return !owner; }
  int depth() const { return owner ? owner->depth() + 1 : 0; }
};
struct Chapter : Item<Chapter> {};
struct Layer : Item<Layer> {
  int opacity = 2;
  int effective() const { return owner ? opacity * owner->opacity : opacity; }
};

// CHECK: {{^}}+  std::weak_ptr<Derived> owner;
// CHECK: {{^}}+  bool isTop() const { return !owner.lock(); }
// CHECK-NEXT: {{^}}+  int depth() const { return owner.lock() ? owner.lock()->depth() + 1 : 0; }
// CHECK: {{^}}+  int effective() const { return owner.lock() ? opacity * owner.lock()->opacity : opacity; }

int main() {
  auto book = std::make_shared<Chapter>();
  auto intro = std::make_shared<Chapter>();
  book->items.push_back(intro);
  intro->owner = book;
  auto canvas = std::make_shared<Layer>();
  auto ink = std::make_shared<Layer>();
  canvas->items.push_back(ink);
  ink->owner = canvas;
  std::cout << intro->depth() << intro->isTop() << ink->depth()
            << ink->effective() << '\n';
}
