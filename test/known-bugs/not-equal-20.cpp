// C++20 writes `f != g` as `!(f == g)`.
//
//     Child -> parent -> Parent -> kids -> Child
//
// XFAIL: *
// RUN: %prove_fix --std=c++20 --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  bool hasParent() const { return parent != nullptr; }
  bool differs(const Child &other) const { return parent != other.parent; }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  bool hasParent() const { return parent.lock() != nullptr; }
// CHECK-NEXT: {{^}}+  bool differs(const Child &other) const { return parent.lock() != other.parent.lock(); }
