// `std::tie(f, n) = std::make_tuple(p, 1)` stores into the field.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <tuple>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  int number = 0;
  std::shared_ptr<Parent> parent;
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+  std::cout << child->parent.lock()->size << child->number << '\n';

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  std::tie(child->number, child->parent) = std::make_tuple(1, parent);
  parent->kids.push_back(child);
  std::cout << child->parent->size << child->number << '\n';
}
