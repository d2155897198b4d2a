// Operands that are never evaluated.
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
  bool print() const noexcept(noexcept(parent->size)) {
    return sizeof(parent->size) == sizeof(int) && noexcept(parent.get());
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  bool print() const noexcept(noexcept(parent.lock()->size)) {
// CHECK-NEXT: {{^}}+    return sizeof(parent.lock()->size) == sizeof(int) && noexcept(parent.lock().get());

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->print() << noexcept(child->print()) << '\n';
}
