// The other owner is a member of a temporary.
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
struct Loaded {
  std::shared_ptr<Parent> root;
};
static Loaded load() { return {std::make_shared<Parent>()}; }
int main() {
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent':
  part->parent = load().root;
  part->parent->kids.push_back(part);
}
