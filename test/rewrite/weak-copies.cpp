// Weak pointers that are made of the field stay as they are written.
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
static int sizeOf(const std::weak_ptr<Parent> &p) { return p.lock()->size; }
struct Child {
  std::shared_ptr<Parent> parent;
  int print() const {
    std::weak_ptr<Parent> first = parent, second(parent);
    std::weak_ptr<const Parent> third{parent};
    first = parent;
    return sizeOf(parent) + first.lock()->size + second.lock()->size +
           third.lock()->size;
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->print() << '\n';
}
