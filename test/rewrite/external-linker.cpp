// A function that other files may call links what it is given.
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
void link(std::shared_ptr<Parent> whole, std::shared_ptr<Child> part) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: once it is weak, 'Child::parent' no longer keeps this object alive, so the caller of 'link' has to keep it
  part->parent = whole;
  whole->kids.push_back(part);
}
// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
