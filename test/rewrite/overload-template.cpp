// A template overload would be called with the lock, being a better match.
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
bool isKept(const std::shared_ptr<Parent> &) { return true; }
template <typename T> bool isKept(T &&) { return false; }
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is passed to 'isKept', which has another overload for temporaries
  bool keeps() const { return isKept(parent); }
};
