// An object with a weak field is constant-initialized, too.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++23 %s %t | FileCheck %s
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
  int size() const { return parent->size; }
};
constinit Child alone;

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  int size() const { return parent.lock()->size; }
// CHECK: {{^}}+  std::cout << child->size() << (alone.parent.lock() == nullptr) << '\n';

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->size() << (alone.parent == nullptr) << '\n';
}
