// A function that is not in sight takes the raw pointer and may keep it.
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
void note(Parent *whole);
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here may be kept by the function that takes it, and a weak pointer does not keep the object alive for that long
  void tell() const { note(parent.get()); }
};
