// The parent is a temporary: only its child would keep it.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent : std::enable_shared_from_this<Parent> {
  std::vector<std::shared_ptr<Child>> kids;
  void add(std::shared_ptr<Child> child);
};
struct Child {
  std::shared_ptr<Parent> parent;
};
void Parent::add(std::shared_ptr<Child> child) {
  child->parent = shared_from_this();
  kids.push_back(child);
}
int main() {
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this may be a new object, which nothing else would keep
  std::make_shared<Parent>()->add(part);
}
