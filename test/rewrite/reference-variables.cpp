// References to the field that are only read become strong copies.
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
  void print() {
    const auto &first = parent;
    auto& second = parent;
    const std::shared_ptr<Parent> &third = parent;
    auto &&fourth = this->parent;
    std::cout << first->size << second->size << third->size << fourth->size
              << (first == second) << '\n';
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    const auto first = parent.lock();
// CHECK-NEXT: {{^}}+    auto second = parent.lock();
// CHECK-NEXT: {{^}}+    const std::shared_ptr<Parent> third = parent.lock();
// CHECK-NEXT: {{^}}+    auto fourth = this->parent.lock();

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->print();
}
