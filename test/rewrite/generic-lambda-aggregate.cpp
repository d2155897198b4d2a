// A generic lambda initializes the holder with what it is given.
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
int main() {
  auto make = [](auto p) {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': whether this is a use of it depends on the template's arguments
    return Child{p};
  };
  make(std::make_shared<Parent>());
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  whole->kids.push_back(part);
  part->parent = whole;
}
