// What comes by const reference is emptied through a const_cast.
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
static void drop(const std::shared_ptr<Parent> &p) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'kids': with this cast a function may change a pointer that it takes as const
  const_cast<std::shared_ptr<Parent> &>(p).reset();
}
int main() {
  auto part = std::make_shared<Child>();
  auto whole = std::make_shared<Parent>();
  whole->kids.push_back(part);
  part->parent = whole;
  drop(whole);
  return part->parent->kids.size() - 1;
}
