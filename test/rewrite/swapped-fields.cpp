// The fields of two objects are swapped: weak pointers do the same.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  void swapWith(Child &other) {
    std::swap(parent, other.parent);
    parent.swap(other.parent);
    std::swap(parent, other.parent);
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NOT: {{^}}+

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child), other(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  parent->kids.push_back(other);
  child->swapWith(*other);
  std::cout << parent->kids.size() << '\n';
}
