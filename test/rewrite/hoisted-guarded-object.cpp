// The object is only there if the condition holds, so its field cannot be read
// before the statement.
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
struct Child {
  std::shared_ptr<Parent> parent;
};
unsigned long siblings(const Child *child) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is kept in a variable, and a weak pointer does not keep the object alive for that long
  const Parent *whole = child ? child->parent.get() : nullptr;
  return whole ? whole->kids.size() : 0;
}
