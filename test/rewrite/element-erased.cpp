// The other owner is an element that an algorithm erases.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
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
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  part->parent = wholes[0];
  std::erase_if(wholes, [](const auto &) { return true; });
  auto whole = std::make_shared<Parent>();
  whole->kids.push_back(part);
  part->parent = whole;
  return part->parent->kids.size() - 1;
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
