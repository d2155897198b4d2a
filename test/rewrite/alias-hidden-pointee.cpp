// An alias in a namespace where the pointee's name means another class.
//
//     inner::Child -> parent -> app::Parent -> kids -> inner::Child
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

namespace app {
namespace inner {
struct Child;
}
struct Parent {
  std::vector<std::shared_ptr<inner::Child>> kids;
};
using ParentPtr = std::shared_ptr<Parent>;
namespace inner {
struct Parent {};
struct Child {
  ParentPtr parent;
};
} // namespace inner
} // namespace app

// CHECK: {{^}}-  ParentPtr parent;
// CHECK-NEXT: {{^}}+  std::weak_ptr<{{(::)?}}app::Parent> parent;

void link(app::inner::Child &child) { child.parent = nullptr; }
std::shared_ptr<app::Parent> whole(app::inner::Child &child) {
  return child.parent;
}
