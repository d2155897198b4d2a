// `C(p)` of an aggregate.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none --std=c++20 %s %t | FileCheck %s
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
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': the object that holds it is initialized in parentheses here
  Child part(std::make_shared<Parent>());
}
