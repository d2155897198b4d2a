// `: f(w)` throws if the object has gone. A weak field would only be empty.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this throws if the object is gone, which a copy of the weak pointer would not
  explicit Child(const std::weak_ptr<Parent> &p) : parent(p) {}
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child(parent));
  parent->kids.push_back(child);
}
