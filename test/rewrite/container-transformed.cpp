// A lambda makes something of each element, and locks it for that.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  int size() const {
    std::vector<int> sizes;
    std::transform(parents.begin(), parents.end(), std::back_inserter(sizes),
                   [](const std::shared_ptr<Parent> &p) { return p->size; });
    return sizes[0];
  }
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+                   [](const std::weak_ptr<Parent> &weakP) { const auto p = weakP.lock(); return p->size; });

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parents.push_back(parent);
  parent->kids.push_back(child);
  std::cout << child->size() << '\n';
}
