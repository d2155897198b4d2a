// A bind that keeps the raw pointer leaves the function.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <functional>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  int twice() const { return 2 * size; }
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  std::function<int()> twice() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is returned, and a weak pointer does not keep the object alive for that long
    return std::bind(&Parent::twice, parent.get());
  }
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->twice()();
}
