// A pointer into the owner is assigned to a variable.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <string>
#include <vector>

struct Child;
struct Parent {
  std::string name;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  bool isNamed() const {
    const char *text;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is assigned to something that does not own it, and a weak pointer does not keep the object alive for that long
    text = parent->name.c_str();
    return *text;
  }
};
