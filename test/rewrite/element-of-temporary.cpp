// The other owner is an element of a temporary container.
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
static std::vector<std::shared_ptr<Parent>> load() {
  return {std::make_shared<Parent>()};
}
int main() {
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent':
  part->parent = load().front();
  part->parent->kids.push_back(part);
}
