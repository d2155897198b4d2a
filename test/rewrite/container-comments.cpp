// Comments and odd spaces stay where they are.
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
struct Child {
  std::vector< std::shared_ptr < Parent > > parents;
  void print() const {
    for (auto  &  /*each*/ p /*here*/ : parents) /*so*/ std::cout << p /**/ -> size;
    for (auto const& p: parents) // all
      // why
      if (p) std::cout << p -> size; // because
    std::cout << parents /*the*/ [ 0 ] /*first*/ -> size << '\n';
  }
};

// CHECK: {{^}}+  std::vector< std::weak_ptr < Parent > > parents;
// CHECK: {{^}}+    for (auto  &  /*each*/ weakP /*here*/ : parents) { auto p = weakP.lock(); /*so*/ std::cout << p /**/ -> size; }
// CHECK-NEXT: {{^}}+    for (auto const& weakP: parents) {
// CHECK-NEXT: {{^}}+      auto const p = weakP.lock(); // all
// CHECK: {{^}}+      if (p) std::cout << p -> size;
// CHECK-NEXT: {{^}}+    } // because
// CHECK-NEXT: {{^}}+    std::cout << parents /*the*/ [ 0 ].lock() /*first*/ -> size << '\n';

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->print();
}
