// A function returns what it takes by const reference.
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
inline const std::shared_ptr<Parent> &same(const std::shared_ptr<Parent> &p) {
  return p;
}
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent':
  auto siblings() const { return same(parent)->kids.size(); }
};
