// A macro that is never expanded here names the field.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

// CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': its name stands here, in text that is not compiled now
#define SIBLINGS(c) (c).parent->kids.size()
struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};
