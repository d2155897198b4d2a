// A function keeps the child in an array with static storage.
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
static std::shared_ptr<Child> slots[2];
static void make() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  part->parent = whole;
  whole->kids.push_back(part);
  slots[0] = part;
}
int main() {
  make();
  bool isWhole = slots[0]->parent->kids.size() == 1;
  slots[0].reset();
  return !isWhole;
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
