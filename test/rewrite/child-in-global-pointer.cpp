// A function leaves a raw pointer to the child in a global: without the cycle it
// would point to nothing, whichever field is weak.
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
static Child *last;
static void make() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: when 'make' returns, 'Child::parent' is the only owner of what it gets here, so a weak pointer would lose it
  part->parent = whole;
  whole->kids.push_back(part);
  last = part.get();
}
int main() {
  make();
  return last->parent->kids.size() - 1;
}
