// `f.swap(p)` with a strong pointer that the caller uses afterwards.
//
//     Child -> parent -> Parent -> kid -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>

struct Parent;
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE-1]]:{{[0-9]+}}: warning: 'Child::parent' keeps its own owner alive
  void exchange(std::shared_ptr<Parent> &other) { parent.swap(other); }
};
struct Parent {
  std::shared_ptr<Child> kid = std::make_shared<Child>();
};
int main() {
  auto whole = std::make_shared<Parent>();
  whole->kid->parent = whole;
}
