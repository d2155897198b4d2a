// Since C++20 `!=` is made of `==`.
//
//     Child -> parents -> Parent -> kids -> Child
//
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
  std::vector<std::shared_ptr<Parent>> parents;
  void print() const {
    for (auto it = parents.begin(); it != parents.end(); ++it)
      if (*it != nullptr)
        std::cout << (*it)->size << '\n';
  }
};

// CHECK: {{^}}+      if (it->lock() != nullptr)
// CHECK-NEXT: {{^}}+        std::cout << (*it).lock()->size << '\n';

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->print();
}
