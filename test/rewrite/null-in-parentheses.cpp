// `(f) = nullptr` and `(x->f) = nullptr`.
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
  void leave() { (parent) = nullptr; }
};
void leave(Child &child) { (child.parent) = nullptr; }

// CHECK: +  std::weak_ptr<Parent> parent;
// CHECK-NEXT: +  void leave() { {{.*}}.reset(); }
// CHECK: +void leave(Child &child) { {{.*}}.reset(); }
