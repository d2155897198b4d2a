// The element is passed by reference to a function in sight, which only reads it.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
int sizeOf(const std::shared_ptr<Parent> &p) { return p ? p->size : 0; }
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  void print() const {
    for (auto &p : parents)
      std::cout << sizeOf(p) << '\n';
  }
};

// CHECK: {{^}}+    for (auto &weakP : parents) {
// CHECK-NEXT: {{^}}+      auto p = weakP.lock();
// CHECK: {{^}}+    }

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->print();
}
