// What is stored is locked from a weak pointer, and that store keeps its text.
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
  Child() = default;
  explicit Child(std::weak_ptr<Parent> p) : parent(p.lock()) {}
  void setParent(const std::weak_ptr<Parent> &p) { parent = p.lock(); }
  int size() const { return parent->size; }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+  int size() const { return parent.lock()->size; }

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->setParent(parent);
  std::shared_ptr<Child> other(new Child(parent));
  parent->kids.push_back(other);
  std::cout << child->size() + other->size() << '\n';
}
