// Since C++20 emplace_back initializes aggregates.
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
  std::vector<Child> parts;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  parts.emplace_back(std::make_shared<Parent>());
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  whole->kids.push_back(part);
  part->parent = whole;
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
