// A loop over a reference that the owner returns.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
class Parent {
  std::vector<std::shared_ptr<Child>> kids;

public:
  const std::vector<std::shared_ptr<Child>> &items() const { return kids; }
};
struct Child {
  std::shared_ptr<Parent> parent;
  int siblings() const {
    int n = 0;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is walked by the loop
    for (const auto &kid : parent->items())
      n += kid.get() != this;
    return n;
  }
};
