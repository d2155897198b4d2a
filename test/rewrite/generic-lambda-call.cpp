// The setter is called in a generic lambda too, with a new object.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  void set(std::shared_ptr<Parent> p) {
    parent = p;
  }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  auto link = [](auto &child, auto p) { child->set(p); };
  link(part, std::make_shared<Parent>());
  part->set(whole);
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Parent::kids' has to own: nothing else keeps what it gets here
  whole->kids.push_back(part);
}
// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
