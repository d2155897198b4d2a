// std::array and an array of the language, C++11.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
#include <array>
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::array<std::array<std::shared_ptr<Parent>, 2>, 1> parents;
  void print() const {
    for (const auto &pair : parents)
      for (const auto &p : pair)
        if (p)
          std::cout << p->size;
    std::cout << parents[0][0]->size << '\n';
  }
};

// CHECK: {{^}}+  std::array<std::array<std::weak_ptr<Parent>, 2>, 1> parents;
// CHECK: {{^}}+      for (const auto &weakP : pair) {
// CHECK-NEXT: {{^}}+        const auto p = weakP.lock();
// CHECK: {{^}}+      }
// CHECK: {{^}}+    std::cout << parents[0][0].lock()->size << '\n';

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents[0][0] = parent;
  child->print();
}
