// The fields of two objects are swapped: weak pointers do the same.
//
// The rewrite leaves the swaps alone, but the field is not advised: what a swap
// stores is not followed.
//
//     Child -> parent -> Parent -> kid -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <utility>

struct Parent;
struct Child {
  std::shared_ptr<Parent> parent;
  void swapWith(Child &other) {
    std::swap(parent, other.parent);
    parent.swap(other.parent);
    std::swap(parent, other.parent);
  }
};
struct Parent {
  int size;
  std::shared_ptr<Child> kid = std::make_shared<Child>();
  explicit Parent(int s) : size(s) {}
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NOT: {{^[+].*swap}}
// CHECK: {{^}}+  std::cout << first->kid->parent.lock()->size << '\n';

int main() {
  std::shared_ptr<Parent> first(new Parent(1)), second(new Parent(2));
  first->kid->parent = first;
  second->kid->parent = second;
  first->kid->swapWith(*second->kid);
  std::cout << first->kid->parent->size << '\n';
}
