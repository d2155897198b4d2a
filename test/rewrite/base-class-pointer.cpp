// The field leads to a base class, and is filled with a pointer to a derived one.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  virtual ~Parent() = default;
  virtual int size() const { return 1; }
  std::vector<std::shared_ptr<Child>> kids;
};
struct Family : Parent {
  int size() const override { return 7; }
};
struct Part {
  std::shared_ptr<Parent> parent;
};
struct Child : Part {
  int size() const { return parent->size(); }
  bool isFamily() const {
    return std::dynamic_pointer_cast<Family>(parent) != nullptr;
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+  int size() const { return parent.lock()->size(); }
// CHECK: {{^}}+    return std::dynamic_pointer_cast<Family>(parent.lock()) != nullptr;

int main() {
  auto family = std::make_shared<Family>();
  auto child = std::make_shared<Child>();
  child->parent = family;
  family->kids.push_back(child);
  std::cout << child->size() << child->isFamily() << '\n';
}
