// A container constructs the holder: what it passes is not in sight.
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
  explicit Child(std::shared_ptr<Parent> p)
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': not every call that passes 'p' is in sight
      : parent(p) {}
};
int main() {
  std::vector<Child> parts;
  parts.emplace_back(std::make_shared<Parent>());
  auto whole = std::make_shared<Parent>();
  whole->kids.push_back(std::make_shared<Child>(whole));
}
