// The field among the arguments of a pack, which is read or forwarded.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++17 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
template <typename... P> int sizes(const P &...p) {
  return (p->size + ... + 0);
}
template <typename P> int forwarded(P &&p) { return sizes(std::forward<P>(p)); }
struct Child {
  std::shared_ptr<Parent> parent;
  int print() const { return sizes(parent, parent) + forwarded(parent); }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  int print() const { return sizes(parent.lock(), parent.lock()) + forwarded(parent.lock()); }

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->print() << '\n';
}
