// A concept that asks whether an expression with the field compiles.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none --std=c++20 %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};
template <typename T>
// CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': whether this is a use of it depends on the template's arguments
concept HasSiblings = requires(T t) { t.parent->kids.size(); };
static_assert(HasSiblings<Child>);
