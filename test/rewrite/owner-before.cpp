// `f.owner_before(p)` compares owners, and a weak pointer has the same one.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
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
  bool isOther(const std::shared_ptr<Parent> &p) const {
    return parent.owner_before(p) || p.owner_before(parent);
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    return parent.owner_before(p) || p.owner_before(parent.lock());

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->isOther(parent) << child->isOther(nullptr) << '\n';
}
