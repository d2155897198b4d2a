// `(c ? f : p) = q` assigns to the field.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  std::shared_ptr<Parent> other;
  void set(const std::shared_ptr<Parent> &p, bool own) {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is chosen by '?:' here, and not only read
    (own ? parent : other) = p;
  }
};
int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->set(parent, true);
}
