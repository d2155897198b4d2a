// An element of a map that is made when it is missing: the map is its owner.
// So that hop cannot be weak, and the other one is named.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <map>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'Parent::kids' keeps its own owner alive
  std::vector<std::shared_ptr<Child>> kids;
  // CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
};
struct Child {
  std::map<int, std::shared_ptr<Parent>> parents;
  std::shared_ptr<Parent> parent(int key) {
    auto &element = parents[key];
    if (!element)
      element = std::make_shared<Parent>();
    return element;
  }
};
int main() {
  auto part = std::make_shared<Child>();
  part->parent(1)->kids.push_back(part);
  std::cout << part->parent(1)->size << '\n';
}
