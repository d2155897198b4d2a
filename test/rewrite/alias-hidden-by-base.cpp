// An alias where a base class has a member of the pointee's name.
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
using ParentPtr = std::shared_ptr<Parent>;
struct Base {
  int Parent = 0;
};
struct Child : Base {
  ParentPtr parent;
};

// CHECK: {{^}}-  ParentPtr parent;
// CHECK-NEXT: {{^}}+  std::weak_ptr<::Parent> parent;
