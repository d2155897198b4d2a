// C++11.
//
//     Child -> parent -> Parent -> kids -> Child
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
struct Child {
  std::shared_ptr<Parent> parent = nullptr;
  bool hasParent() const { return static_cast<bool>(parent); }
  std::shared_ptr<Parent> whole() const { return parent; }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent = {};
// CHECK-NEXT: {{^}}+  bool hasParent() const { return static_cast<bool>(parent.lock()); }
// CHECK-NEXT: {{^}}+  std::shared_ptr<Parent> whole() const { return parent.lock(); }

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->hasParent() << child->whole()->size << '\n';
}
