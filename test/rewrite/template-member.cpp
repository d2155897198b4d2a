// The class is a template.
//
//     Child<int> -> parent -> Parent -> kids -> Child<int>
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

template <typename T> struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child<int>>> kids;
};
template <typename T> struct Child {
  // CHECK: {{^}}+  std::weak_ptr<Parent> parent;
  std::shared_ptr<Parent> parent;
  T value;
};
template struct Child<int>;
