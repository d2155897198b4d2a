// `emplace_back` returns the element: what is reached through it is locked.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++17 %s %t | FileCheck %s
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
  std::vector<std::shared_ptr<Parent>> parents;
  int add(const std::shared_ptr<Parent> &p) {
    auto &last = parents.emplace_back(p);
    return last->size;
  }
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+    return last.lock()->size;

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parents.push_back(parent);
  parent->kids.push_back(child);
  std::cout << child->add(parent) << '\n';
}
