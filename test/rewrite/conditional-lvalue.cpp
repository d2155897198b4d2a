// `c ? f : p` of two lvalues is the field itself.
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
  auto wholeOr(const std::shared_ptr<Parent> &other) const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent':
    return parent ? parent : other;
  }
};
