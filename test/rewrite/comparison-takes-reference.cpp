// A comparison of one's own that takes no temporary.
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
struct Nothing {};
bool operator==(std::shared_ptr<Parent> &p, Nothing) { return !p; }
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is compared by an 'operator==' of your own
  bool isAlone() { return parent == Nothing(); }
};
