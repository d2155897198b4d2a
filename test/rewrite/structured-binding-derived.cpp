// A structured binding of a derived class names the base's fields.
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
  int id;
};
struct Toddler : Child {};
unsigned long siblings(Toddler &toddler) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': a structured binding names it
  auto &[whole, id] = toddler;
  return whole->kids.size();
}
