// The field is a container of shared pointers.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents', which holds its target inside another type
  std::vector<std::shared_ptr<Parent>> parents;
};
