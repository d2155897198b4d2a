// The statement may give the field another value before it reads it.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
  const std::vector<std::shared_ptr<Child>> &from(int) const { return kids; }
};
struct Child {
  std::shared_ptr<Parent> parent;
  int leave() {
    parent.reset();
    return 1;
  }
  unsigned long siblings() {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is kept in a variable, and a weak pointer does not keep the object alive for that long
    const auto &kids = parent->from(leave());
    return kids.size();
  }
};
