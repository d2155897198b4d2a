// A == that is written out compares the pointers, and so it locks both.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
// RUN: %prove_fix --std=c++20 %s %t.20 | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  bool operator==(const Child &other) const { return parent == other.parent; }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  bool operator==(const Child &other) const { return parent.lock() == other.parent.lock(); }

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << (*child == *child) << (*child == Child()) << '\n';
}
