// C++20 writes `f != g` as `!(f == g)`.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  bool hasParent() const { return parent != nullptr; }
  bool isAlone() const { return nullptr == parent; }
  bool differs(const Child &other) const { return parent != other.parent; }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  bool hasParent() const { return parent.lock() != nullptr; }
// CHECK-NEXT: {{^}}+  bool isAlone() const { return nullptr == parent.lock(); }
// CHECK-NEXT: {{^}}+  bool differs(const Child &other) const { return parent.lock() != other.parent.lock(); }

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child), alone(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->hasParent() << alone->isAlone() << child->differs(*alone)
            << '\n';
}
