// A container constructs the holder from a new object that nothing else keeps;
// and the child that main makes is kept by its parent alone. Neither may be weak.
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
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' is the only owner of what it gets here, so a weak pointer would lose it
      : parent(p) {}
};
int main() {
  std::vector<Child> parts;
  parts.emplace_back(std::make_shared<Parent>());
  auto whole = std::make_shared<Parent>();
  whole->kids.push_back(std::make_shared<Child>(whole));
}
