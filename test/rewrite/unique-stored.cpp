// A unique_ptr is stored: its only reference goes into the field.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  void adopt(std::unique_ptr<Parent> whole) {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is given an object here that nothing else owns
    parent = std::move(whole);
  }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  whole->kids.push_back(part);
  part->parent = whole;
}
