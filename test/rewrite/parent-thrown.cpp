// A thrown copy keeps the object on its way to the handler.
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
  void complain() const { throw parent; }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  void complain() const { throw parent.lock(); }

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  try {
    child->complain();
  } catch (const std::shared_ptr<Parent> &p) {
    std::cout << p->size << '\n';
  }
}
