// A use in a member template, where nothing depends on the parameter.
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
  template <typename T> bool isBelow(const T &limit) const {
    return parent->kids.size() < limit;
  }
};
bool isBelowTen(const Child &child) { return child.isBelow(10u); }

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    return parent.lock()->kids.size() < limit;
