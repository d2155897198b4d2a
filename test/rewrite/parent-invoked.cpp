// `std::invoke(&T::m, f)` calls the member of what the pointer points to.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++17 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++23 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  int twice() const { return 2 * size; }
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  int print() const {
    return std::invoke(&Parent::twice, parent) +
           std::invoke(&Parent::size, parent);
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    return std::invoke(&Parent::twice, parent.lock()) +
// CHECK-NEXT: {{^}}+           std::invoke(&Parent::size, parent.lock());

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->print() << '\n';
}
