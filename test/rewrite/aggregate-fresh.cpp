// An aggregate's field is given a new object.
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
// CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this may be a new object, which nothing else would keep
Child make() { return Child{std::make_shared<Parent>()}; }
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  whole->kids.push_back(part);
  part->parent = whole;
}
