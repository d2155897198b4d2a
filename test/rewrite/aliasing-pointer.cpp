// A pointer that points to the owner and owns nothing: its lock is always null.
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
};
int main() {
  Parent whole;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': the pointer that is made here may own another object than it points to, or none, and then a weak pointer has nothing to lock
  std::shared_ptr<Parent> pointer(std::shared_ptr<void>(), &whole);
  auto part = std::make_shared<Child>();
  part->parent = pointer;
  whole.kids.push_back(part);
  // The cycle is another one.
  auto other = std::make_shared<Parent>();
  auto kid = std::make_shared<Child>();
  other->kids.push_back(kid);
  kid->parent = other;
}
