// The other owner is a container's element, which is emptied.
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
  std::vector<std::shared_ptr<Parent>> wholes{std::make_shared<Parent>()};
  auto part = std::make_shared<Child>();
  wholes[0]->kids.push_back(part);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent':
  part->parent = wholes[0];
  wholes[0] = nullptr;
  return part->parent->kids.size() - 1;
}
