// The result of an algorithm leads on to an element.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <algorithm>
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
  std::shared_ptr<Parent> find(int size) const {
    auto it = std::find_if(parents.begin(), parents.end(),
                           [size](const std::shared_ptr<Parent> &p) {
                             return p->size == size;
                           });
    return it == parents.end() ? nullptr : *it;
  }
};

// CHECK: {{^}}+                           [size](const std::weak_ptr<Parent> &weakP) {
// CHECK-NEXT: {{^}}+                             const auto p = weakP.lock();
// CHECK: {{^}}+    return it == parents.end() ? nullptr : it->lock();

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  std::cout << child->find(3)->size << (child->find(4) == nullptr) << '\n';
}
