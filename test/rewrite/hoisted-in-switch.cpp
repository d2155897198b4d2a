// A declaration in a switch may be jumped over.
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
  int count(int what) const {
    int n = 0;
    switch (what) {
    case 0:
      ++n;
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this loop runs over what is read here, and a weak pointer does not keep the object alive for that long
      for (const auto &kid : parent->kids)
        n += kid.get() != this;
      break;
    default:
      break;
    }
    return n;
  }
};
