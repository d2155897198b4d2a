// A use through a template's parameter, which may be another class next time.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};
template <typename T> auto siblings(const T &child) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': whether this is a use of it depends on the template's arguments
  return child.parent->kids.size();
}
unsigned long siblingsOf(const Child &child) { return siblings(child); }
