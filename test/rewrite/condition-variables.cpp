// Variables of conditions, with and without a test of their own.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++17 %s %t | FileCheck %s
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
  int print() const {
    if (auto p = parent; p && p->size > 3)
      return 1;
    switch (auto p = parent; p->size) {
    case 4:
      return 2;
    }
    while (auto p = parent)
      return p->size;
    return 0;
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    if (auto p = parent.lock(); p && p->size > 3)
// CHECK: {{^}}+    switch (auto p = parent.lock(); p->size) {
// CHECK: {{^}}+    while (auto p = parent.lock())

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->print() << '\n';
}
