// A caller returns the getter's reference in turn.
//
//     Child -> parent_ -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
class Child {
  std::shared_ptr<Parent> parent_;

public:
  const std::shared_ptr<Parent> &parent() const { return parent_; }
};
const std::shared_ptr<Parent> &parentOf(const Child &child) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent_', to which 'parent' returns a reference: a reference to it is returned, and 'parentOf' cannot be changed to return a copy
  return child.parent();
}
