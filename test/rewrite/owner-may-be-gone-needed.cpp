// OwnerMayBeGone: a value that is needed has no meaning without the object.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none --check-options="{ownership-shared-ptr-cycle.OwnerMayBeGone: true}" %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': its object may be gone, and the code here cannot do without it
  int size() const { return parent->size; }
};
int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parent = parent;
  return child->size() - 3;
}
