// An alias where the name of the pointee's namespace means another one.
//
//     app::Child -> parent -> lib::Parent -> kids -> app::Child
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

namespace app {
struct Child;
}
namespace lib {
struct Parent {
  std::vector<std::shared_ptr<app::Child>> kids;
};
using ParentPtr = std::shared_ptr<Parent>;
} // namespace lib
namespace app {
namespace lib {}
struct Child {
  ::lib::ParentPtr parent;
};
} // namespace app

// CHECK: {{^}}-  ::lib::ParentPtr parent;
// CHECK-NEXT: {{^}}+  std::weak_ptr<::lib::Parent> parent;
