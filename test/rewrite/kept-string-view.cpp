// A view of the owner's text is kept in a variable.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct Child;
struct Parent {
  std::string name;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  bool isNamed() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is kept in a variable
    std::string_view name = parent->name;
    return !name.empty();
  }
};
