// C++11 has no std::exchange: a variable takes the pointer before the return,
// as it does where the program itself empties the field.
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
  std::shared_ptr<Parent> leave() {
    return std::move(parent);
  }
  std::shared_ptr<Parent> leaveByCopy() {
    auto taken = parent;
    parent = nullptr;
    return taken;
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    auto lockedParent = parent.lock();
// CHECK-NEXT: {{^}}+    parent.reset();
// CHECK-NEXT: {{^}}+    return lockedParent;
// CHECK: {{^}}+    auto taken = parent.lock();
// CHECK-NEXT: {{^}}+    parent.reset();

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child), other(new Child), third(new Child);
  child->parent = parent;
  other->parent = parent;
  third->parent = parent;
  parent->kids.push_back(child);
  parent->kids.push_back(other);
  parent->kids.push_back(third);
  std::cout << child->leave()->size << (child->parent == nullptr)
            << other->leaveByCopy()->size << (other->parent == nullptr) << '\n';
}
