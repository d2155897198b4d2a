// C++23: an explicit object parameter.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++23 --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  auto siblings(this const Child &self) { return self.parent->kids.size(); }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  auto siblings(this const Child &self) { return self.parent.lock()->kids.size(); }
