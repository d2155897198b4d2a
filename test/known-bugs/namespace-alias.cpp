// The field's type through an alias of its namespace.
//
//     Child -> parent -> Parent -> kids -> Child
//
// XFAIL: *
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

namespace standard = std;
struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  standard::shared_ptr<Parent> parent;
};

// CHECK: +  {{std|standard}}::weak_ptr<Parent> parent;
