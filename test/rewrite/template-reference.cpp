// A template takes the field as `T &`, which a temporary is not.
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
template <typename T> bool isSet(T &t) { return t != nullptr; }
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is passed by reference to 'isSet', and a weak pointer has no shared one to refer to
  bool hasParent() const { return isSet(parent); }
};
