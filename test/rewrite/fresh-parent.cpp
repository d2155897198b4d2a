// The parent is a temporary: only its child would keep it.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
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
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  child->parent = shared_from_this();
  kids.push_back(child);
}
int main() {
  auto part = std::make_shared<Child>();
  std::make_shared<Parent>()->add(part);
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
