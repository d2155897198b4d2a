// A use in a macro's body: another expansion may mean another field.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

#define SIBLINGS(c) (c).parent->kids.size()
struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};
// CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this is in a macro
unsigned long siblings(const Child &child) { return SIBLINGS(child); }
