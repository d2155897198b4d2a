// A constructor keeps a reference to what it takes.
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
struct Visit {
  const std::shared_ptr<Parent> &whole;
  explicit Visit(const std::shared_ptr<Parent> &p) : whole(p) {}
};
struct Child {
  std::shared_ptr<Parent> parent;
  auto visit() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is passed by reference to 'Visit', which may keep the reference
    return Visit(parent).whole->kids.size();
  }
};
