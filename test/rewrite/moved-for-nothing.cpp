// `std::move(f)` as a const reference: nothing is taken, or is it?
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
int sizeOf(const std::shared_ptr<Parent> &whole);
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': 'std::move' is applied to it, and whether that empties it is not known
  int size() { return sizeOf(std::move(parent)); }
};
