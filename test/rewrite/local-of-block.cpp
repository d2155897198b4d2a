// The other owner is a local of an inner block and ends before the child.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};
int main() {
  auto part = std::make_shared<Child>();
  {
    auto whole = std::make_shared<Parent>();
    whole->kids.push_back(part);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': 'whole' ends with its block and may be its only other owner
    part->parent = whole;
  }
  return part->parent->kids.size() - 1;
}
