// `return f->m()` of a reference into the object, which may outlive the owner.
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
  const std::string &title() const { return name; }
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is returned, and a weak pointer does not keep the object alive for that long
  const std::string &title() const { return parent->title(); }
};
