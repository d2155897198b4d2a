// The loop writes to its element: the variable stays a name for it.
//
//     Child -> parents -> Parent -> kids -> Child
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
  std::vector<std::shared_ptr<Parent>> parents;
  void fill(const std::shared_ptr<Parent> &other) {
    for (auto &p : parents)
      if (!p)
        p = other;
      else
        std::cout << p->size;
  }
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK-NOT: {{^-.*}}for (
// CHECK: {{^}}+      if (!p.lock())
// CHECK: {{^}}+        std::cout << p.lock()->size;

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->parents.resize(2);
  child->fill(parent);
  child->fill(parent);
}
