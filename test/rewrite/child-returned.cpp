// The child is returned and is then all that keeps its parent.
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
static std::shared_ptr<Child> make() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': 'whole' may be its only other owner
  part->parent = whole;
  whole->kids.push_back(part);
  return part;
}
int main() { return make()->parent->kids.size() - 1; }
