// The parameter is given a new object before it is stored.
// So that hop cannot be weak, and the other one is named.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'Parent::kids' keeps its own owner alive
  std::vector<std::shared_ptr<Child>> kids;
  // CHECK: :[[#@LINE-1]]:{{[0-9]+}}: note: no fix is offered for 'kids', which holds its target inside another type
};
struct Child {
  std::shared_ptr<Parent> parent;
  void adopt(std::shared_ptr<Parent> whole) {
    whole = std::make_shared<Parent>(*whole);
    parent = whole;
  }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  part->adopt(whole);
  whole->kids.push_back(part);
  part->parent = whole;
}
