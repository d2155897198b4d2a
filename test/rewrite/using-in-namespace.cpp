// A namespace of one's own that has std::shared_ptr, and no weak_ptr.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

namespace app {
using std::shared_ptr;
}
struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': its type is named through another namespace than that of 'std::weak_ptr'
  app::shared_ptr<Parent> parent;
};
