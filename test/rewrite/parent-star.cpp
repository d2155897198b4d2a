// `(*f).m`, and `*f` as an argument.
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
static int sizeOf(const Parent &parent) { return parent.size; }
struct Child {
  std::shared_ptr<Parent> parent;
  int twice() const { return (*parent).size + sizeOf(*parent); }
  Parent copy() const { return *parent; }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  int twice() const { return (*parent.lock()).size + sizeOf(*parent.lock()); }
// CHECK-NEXT: {{^}}+  Parent copy() const { return *parent.lock(); }

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->twice() << child->copy().size << '\n';
}
