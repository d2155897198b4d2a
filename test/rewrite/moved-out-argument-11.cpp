// C++11 has no std::exchange, and inside an expression nothing else empties the
// field in time.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 --expect-none %s %t | FileCheck %s
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
static int sizeOf(std::shared_ptr<Parent> &&whole) {
  auto taken = std::move(whole);
  return taken->size;
}
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is moved out in the middle of an expression, which takes 'std::exchange' of C++14
  int leaveFor() { return sizeOf(std::move(parent)); }
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child), other(new Child);
  child->parent = parent;
  other->parent = parent;
  parent->kids.push_back(child);
  parent->kids.push_back(other);
  other->leaveFor();
}
