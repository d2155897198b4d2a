// The field is taken by the pack of a template's parameters.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <tuple>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  int id = 0;
  std::shared_ptr<Parent> parent;
  bool isSame(const Child &other) const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is passed by reference to 'tie', and a weak pointer has no shared one to refer to
    return std::tie(id, parent) == std::tie(other.id, other.parent);
  }
};
