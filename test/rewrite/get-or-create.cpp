// A getter that makes the object when there is none: the field is its owner.
// So that hop cannot be weak, and the other one is named.
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
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'Parent::kids' keeps its own owner alive
  std::vector<std::shared_ptr<Child>> kids;
  // CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  std::shared_ptr<Parent> whole() {
    if (!parent)
      parent = std::make_shared<Parent>();
    return parent;
  }
};
int main() {
  auto part = std::make_shared<Child>();
  part->whole()->kids.push_back(part);
  std::cout << part->whole()->size << '\n';
}
