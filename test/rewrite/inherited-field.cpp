// A derived class names the field in every way.
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
  int size() const { return parent->size; }
};
struct Grown : Child {
  using Child::parent;
  void setParent(const std::shared_ptr<Parent> &p) { parent = p; }
  int twice() const { return this->parent->size + Child::parent->size; }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  int size() const { return parent.lock()->size; }
// CHECK: {{^}}+  int twice() const { return this->parent.lock()->size + Child::parent.lock()->size; }

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Grown> child(new Grown);
  child->parent = parent;
  parent->kids.push_back(child);
  child->setParent(parent);
  std::cout << child->size() + child->twice() << '\n';
}
