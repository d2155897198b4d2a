// What the loop walks over is remembered elsewhere.
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
  std::vector<const std::string *> found;
  void find() {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this loop runs over what is read here, and a weak pointer does not keep the object alive for that long
    for (const std::string &name : parent->names)
      found.push_back(&name);
  }
};
