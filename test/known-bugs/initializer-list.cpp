// Strong copies in an initializer list.
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
struct Child {
  std::shared_ptr<Parent> parent;
  std::vector<std::shared_ptr<Parent>> wholes() const { return {parent}; }
};

// CHECK: +  std::weak_ptr<Parent> parent;
// CHECK-NEXT: +  std::vector<std::shared_ptr<Parent>> wholes() const { return {parent.lock()}; }
