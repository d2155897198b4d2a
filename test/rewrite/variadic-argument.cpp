// `g(1, f.get())` of a function with an ellipsis, which nobody can look into.
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
void keep(int count, ...);
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here may be kept by the function that takes it, and a weak pointer does not keep the object alive for that long
  void leave() { keep(1, parent.get()); }
};
