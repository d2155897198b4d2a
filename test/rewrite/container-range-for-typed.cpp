// The loop's variable has a written type: the local has it, and no reference.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
using ParentPtr = std::shared_ptr<Parent>;
struct Child {
  std::vector<ParentPtr> parents;
  void print() const {
    for (std::shared_ptr<Parent> p : parents)
      std::cout << p->size;
    for (const ParentPtr &p : parents) {
      std::cout << p->size;
    }
    for (std::shared_ptr<const Parent> p : parents)
      std::cout << p->size << '\n';
  }
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+    for (const auto &weakP : parents) {
// CHECK-NEXT: {{^}}+      std::shared_ptr<Parent> p = weakP.lock();
// CHECK: {{^}}+    for (const auto &weakP : parents) {
// CHECK: {{^}}+      const ParentPtr p = weakP.lock();
// CHECK: {{^}}+    for (const auto &weakP : parents) {
// CHECK: {{^}}+      std::shared_ptr<const Parent> p = weakP.lock();

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->print();
}
