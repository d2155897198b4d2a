// `std::cref(f)` takes no temporary, so `std::cref(f.lock())` does not build.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <functional>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
bool isSet(std::reference_wrapper<const std::shared_ptr<Parent>> p) {
  return p.get() != nullptr;
}
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is passed by reference to 'cref', and a weak pointer has no shared one to refer to
  bool hasParent() const { return isSet(std::cref(parent)); }
};
