// `f.get()` where the pointer ends with the expression.
//
//     Child -> parent -> Parent -> kids -> Child
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
  std::shared_ptr<Parent> parent;
  int size() const { return parent.get()->size; }
  bool isIn(const Parent &other) const { return parent.get() == &other; }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  int size() const { return parent.lock().get()->size; }
// CHECK-NEXT: {{^}}+  bool isIn(const Parent &other) const { return parent.lock().get() == &other; }

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->size() << child->isIn(*parent) << '\n';
}
