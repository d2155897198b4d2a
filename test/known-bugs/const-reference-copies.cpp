// A function in sight that only reads what it takes by const reference.
//
//     Child -> parent -> Parent -> kids -> Child
//
// XFAIL: *
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
static int sizeOf(const std::shared_ptr<Parent> &p) { return p->kids.size(); }
struct Child {
  std::shared_ptr<Parent> parent;
  int size() const { return sizeOf(parent); }
};

// CHECK: +  std::weak_ptr<Parent> parent;
// CHECK-NEXT: +  int size() const { return sizeOf(parent.lock()); }
