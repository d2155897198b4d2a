// `v[i]`, `v.at(i)`, `v.front()`, `v.back()`: locked behind the element.
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
  void print() const {
    for (unsigned i = 0; i < parents.size(); ++i)
      if (parents[i])
        std::cout << parents[i]->size;
    std::cout << parents.at(0)->size << (*parents.front()).size;
    std::cout << (parents.back() == nullptr) << parents.empty() << '\n';
  }
  std::shared_ptr<Parent> first() const { return parents[0]; }
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+      if (parents[i].lock())
// CHECK-NEXT: {{^}}+        std::cout << parents[i].lock()->size;
// CHECK-NEXT: {{^}}+    std::cout << parents.at(0).lock()->size << (*parents.front().lock()).size;
// CHECK-NEXT: {{^}}+    std::cout << (parents.back().lock() == nullptr) << parents.empty() << '\n';
// CHECK: {{^}}+  std::shared_ptr<Parent> first() const { return parents[0].lock(); }

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->parents.resize(2);
  child->print();
  child->parents.clear();
  child->parents.push_back(parent);
  std::cout << child->first()->size << '\n';
}
