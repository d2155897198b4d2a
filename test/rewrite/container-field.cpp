// The field is a container of shared pointers.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  // CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
  std::vector<std::shared_ptr<Parent>> parents;
};
