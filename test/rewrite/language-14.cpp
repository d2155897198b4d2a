// C++14: a deduced return type.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++14 --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  auto whole() const { return parent; }
  auto siblings() const { return parent->kids.size(); }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  auto whole() const { return parent.lock(); }
// CHECK-NEXT: {{^}}+  auto siblings() const { return parent.lock()->kids.size(); }
