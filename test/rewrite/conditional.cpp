// `c ? f : p` of two lvalues is the field itself, of which a copy is made.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  auto wholeOr(const std::shared_ptr<Parent> &other) const {
    return parent ? parent : other;
  }
  int sizeOr(const std::shared_ptr<Parent> &other, bool own) const {
    return (own ? parent : other)->size + (own ? other : parent)->size;
  }
  std::shared_ptr<Parent> wholeOrNone(bool own) const {
    return own ? parent : nullptr;
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    return parent.lock() ? parent.lock() : other;
// CHECK: {{^}}+    return (own ? parent.lock() : other)->size + (own ? other : parent.lock())->size;
// CHECK: {{^}}+    return own ? parent.lock() : nullptr;

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child), alone(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->wholeOr(nullptr)->size << alone->wholeOr(parent)->size
            << child->sizeOr(parent, true) << !child->wholeOrNone(false)
            << '\n';
}
