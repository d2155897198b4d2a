// The braces around the holder are left out: `{}` for its field would end it.
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
struct Box {
  Child part;
  int size;
};
// CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': the object that holds it is initialized without braces of its own
Box empty() { return Box{nullptr, 5, 7}; }
