// A getter whose address is taken: who calls it is not in sight.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <functional>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': a reference to it is returned, and other files may call 'whole'
  const std::shared_ptr<Parent> &whole() const { return parent; }
};
auto getter = std::mem_fn(&Child::whole);
