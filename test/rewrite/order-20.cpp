// C++20 writes `f < g` as `(f <=> g) < 0`; an order may be relied on later.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++20 --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is compared by 'operator<', and the order would change when the object is destroyed
  bool operator<(const Child &o) const { return parent < o.parent; }
};
