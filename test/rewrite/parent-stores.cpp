// `f = p` and `f.reset()` stay; `f = nullptr`, `f = {}` empty the field.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  void print() const { std::cout << !parent; }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NOT: {{^[-+].*}}child->parent = parent;
// CHECK: {{^}}-  child->parent = nullptr;
// CHECK-NEXT: {{^}}+  child->parent.reset();
// CHECK-NOT: {{^[-+]}}

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parent = parent;
  child->print();
  child->parent = nullptr;
  child->print();
  child->parent = parent;
  child->parent = {};
  child->print();
  child->parent = parent;
  child->parent.reset();
  child->print();
  child->parent = std::shared_ptr<Parent>();
  child->parent = parent;
  child->print();
}
