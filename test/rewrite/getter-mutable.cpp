// A getter through which the field is set.
//
//     Child -> parent_ -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
class Child {
  std::shared_ptr<Parent> parent_;

public:
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent_': a reference to it is returned, through which it may be changed
  std::shared_ptr<Parent> &parent() { return parent_; }
};
