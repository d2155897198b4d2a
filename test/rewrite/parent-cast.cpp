// Casts of the pointer make strong pointers of another type, also where only a
// reference is taken from them.
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
  virtual ~Parent() = default;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Big : Parent {};
struct Child {
  std::shared_ptr<Parent> parent;
  int print() const {
    if (auto big = std::dynamic_pointer_cast<Big>(parent))
      std::cout << big->size;
    auto &big = *std::static_pointer_cast<Big>(parent);
    return big.size + std::const_pointer_cast<const Parent>(parent)->size;
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    if (auto big = std::dynamic_pointer_cast<Big>(parent.lock()))
// CHECK: {{^}}+    auto lockedParent = parent.lock();
// CHECK-NEXT: {{^}}+    auto &big = *std::static_pointer_cast<Big>(lockedParent);
// CHECK-NEXT: {{^}}+    return big.size + std::const_pointer_cast<const Parent>(parent.lock())->size;

int main() {
  std::shared_ptr<Parent> parent(new Big);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->print() << '\n';
}
