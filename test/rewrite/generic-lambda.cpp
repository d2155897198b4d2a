// A use in a generic lambda.
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
unsigned long siblings(const Child &child) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': whether this is a use of it depends on the template's arguments
  auto count = [](const auto &c) { return c.parent->kids.size(); };
  return count(child);
}
