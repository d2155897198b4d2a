// The class is a template.
//
//     Child<int> -> parent -> Parent -> kids -> Child<int>
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

template <typename T> struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child<int>>> kids;
};
template <typename T> struct Child {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent', which is a member of a template
  std::shared_ptr<Parent> parent;
  T value;
};
template struct Child<int>;
