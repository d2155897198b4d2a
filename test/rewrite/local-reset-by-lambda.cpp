// A lambda that takes it by reference empties the other owner.
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
  auto part = std::make_shared<Child>();
  auto whole = std::make_shared<Parent>();
  whole->kids.push_back(part);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  part->parent = whole;
  auto drop = [](std::shared_ptr<Parent> &p) { p.reset(); };
  drop(whole);
  return part->parent->kids.size() - 1;
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
