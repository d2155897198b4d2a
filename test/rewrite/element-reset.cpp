// The other owner is a container's element, which is emptied.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
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
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  part->parent = wholes[0];
  wholes[0] = nullptr;
  return part->parent->kids.size() - 1;
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
