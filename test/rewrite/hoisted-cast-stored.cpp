// What is reached through a cast of the pointer is remembered elsewhere.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <string>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::string> names;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  const std::string *last = nullptr;
  void find() {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this loop runs over what is read here, and a weak pointer does not keep the object alive for that long
    for (auto &name : std::static_pointer_cast<const Parent>(parent)->names)
      last = &name;
  }
};
