// The raw pointer leaves the block, and with it a local strong pointer ends.
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
  Parent *whole() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is kept in a variable, and a weak pointer does not keep the object alive for that long
    Parent *found = parent.get();
    return found;
  }
};
