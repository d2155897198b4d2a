// Two fields share one declaration.
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
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent', which shares its declaration with another field
  std::shared_ptr<Parent> parent, previousParent;
};
