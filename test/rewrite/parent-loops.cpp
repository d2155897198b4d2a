// The field in the conditions of loops and of a switch is read on each turn.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
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
    int count = 0;
    while (parent && count < parent->size)
      ++count;
    for (int i = 0; parent && i < parent->size; ++i)
      ++count;
    do
      ++count;
    while (parent && count < 3 * parent->size);
    switch (parent->size) {
    case 3:
      ++count;
    }
    return count;
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    while (parent.lock() && count < parent.lock()->size)
// CHECK: {{^}}+    for (int i = 0; parent.lock() && i < parent.lock()->size; ++i)
// CHECK: {{^}}+    while (parent.lock() && count < 3 * parent.lock()->size);
// CHECK-NEXT: {{^}}+    switch (parent.lock()->size) {

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->print() << '\n';
}
