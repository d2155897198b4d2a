// Since C++20 make_shared and emplace_back initialize aggregates.
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
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  auto part = std::make_shared<Child>(std::make_shared<Parent>());
  part->parent->kids.push_back(part);
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
