// A caller takes the address of what the getter returns.
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
const std::shared_ptr<Parent> *address(const Child &child) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent_', to which 'parent' returns a reference: its address is taken
  return &child.parent();
}
