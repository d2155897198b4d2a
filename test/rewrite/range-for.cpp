// A loop over what the owner holds: a lock would end before the first round.
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
  int siblings() const {
    int n = 0;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is walked by the loop
    for (const auto &kid : parent->kids)
      n += kid.get() != this;
    return n;
  }
};
