// `f = std::move(p)` and `f(std::move(p))` of a parameter by value become copies:
// there is nothing to move into.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
class Child {
  std::shared_ptr<Parent> parent;

public:
  explicit Child(std::shared_ptr<Parent> p) : parent(std::move(p)) {}
  void setParent(std::shared_ptr<Parent> p) { parent = std::move(p); }
  void setSame(std::shared_ptr<Parent> parent) {
    this->parent = std::move(parent);
  }
  int size() const { return parent->size; }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+  explicit Child(std::shared_ptr<Parent> p) : parent(p) {}
// CHECK-NEXT: {{^}}+  void setParent(std::shared_ptr<Parent> p) { parent = p; }
// CHECK: {{^}}+    this->parent = parent;

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>(parent);
  parent->kids.push_back(child);
  std::cout << child->size();
  child->setParent(parent);
  std::cout << child->size();
  child->setSame(parent);
  std::cout << child->size() << '\n';
}
