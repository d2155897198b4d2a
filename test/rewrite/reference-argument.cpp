// A function takes the field by non-const reference.
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
void fill(std::shared_ptr<Parent> &whole);
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is passed by reference to 'fill', and a weak pointer has no shared one to refer to
  void ask() { fill(parent); }
};
