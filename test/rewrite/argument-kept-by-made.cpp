// The standard library passes it on to a constructor that keeps a reference.
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
  const Parent *whole;
  explicit Visit(const std::shared_ptr<Parent> &p) : whole(p.get()) {}
};
struct Child {
  std::shared_ptr<Parent> parent;
  auto visit() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is passed through 'make_unique' to a constructor that may keep a reference to it
    return std::make_unique<Visit>(parent);
  }
};
