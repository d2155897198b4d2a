// The other owner is an element of a temporary container.
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
static std::vector<std::shared_ptr<Parent>> load() {
  return {std::make_shared<Parent>()};
}
int main() {
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  part->parent = load().front();
  part->parent->kids.push_back(part);
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
