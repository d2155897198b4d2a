// The other owner is a member of a builder, which gives it up.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};
struct Builder {
  std::shared_ptr<Parent> current = std::make_shared<Parent>();
  void finish(const std::shared_ptr<Child> &part) {
    current->kids.push_back(part);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
    part->parent = current;
    current.reset();
  }
};
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
