// `[p = f]`: the closure may end up in the owner and close the cycle again.
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
  auto counter() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this lambda captures a strong copy of it, which may close the cycle again
    return [whole = parent] { return whole->kids.size(); };
  }
};
