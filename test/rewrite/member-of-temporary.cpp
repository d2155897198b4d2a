// The other owner is a member of a temporary.
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
struct Loaded {
  std::shared_ptr<Parent> root;
};
static Loaded load() { return {std::make_shared<Parent>()}; }
int main() {
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  part->parent = load().root;
  part->parent->kids.push_back(part);
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
