// A reference sees what the field holds later; a copy would not.
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
  void leave() { parent.reset(); }
  bool hasLeft() {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it may be changed while the reference 'whole' is used
    const auto &whole = parent;
    leave();
    return whole == nullptr;
  }
};
