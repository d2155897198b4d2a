// `std::bind(g, f)` keeps a copy of the pointer, and that keeps the object.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
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
static int sizeOf(const std::shared_ptr<Parent> &p) { return p->size; }
struct Child {
  std::shared_ptr<Parent> parent;
  int print() const {
    auto twice = std::bind(&Parent::twice, parent);
    std::function<int()> size = std::bind(sizeOf, parent);
    return twice() + size();
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    auto twice = std::bind(&Parent::twice, parent.lock());
// CHECK-NEXT: {{^}}+    std::function<int()> size = std::bind(sizeOf, parent.lock());

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->print() << '\n';
}
