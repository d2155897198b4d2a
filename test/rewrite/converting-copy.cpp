// A strong copy of another type.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  std::shared_ptr<const Parent> whole() const { return parent; }
};

// CHECK: +  std::weak_ptr<Parent> parent;
// CHECK-NEXT: +  std::shared_ptr<const Parent> whole() const { return parent.lock(); }
