// C++11 has no std::exchange: into a variable, the pointer is taken in two
// steps.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  int leave() {
    auto whole = std::move(parent); // it stays
    return whole->size;
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    auto whole = parent.lock(); parent.reset(); // it stays

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child), other(new Child);
  child->parent = parent;
  other->parent = parent;
  parent->kids.push_back(child);
  parent->kids.push_back(other);
  std::cout << child->leave() << (child->parent == nullptr) << '\n';
}
