// A function keeps the child in an array with static storage.
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
static std::shared_ptr<Child> slots[2];
static void make() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent':
  part->parent = whole;
  whole->kids.push_back(part);
  slots[0] = part;
}
int main() {
  make();
  return slots[0]->parent->kids.size() - 1;
}
