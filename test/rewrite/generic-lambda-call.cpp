// The setter is called in a generic lambda too, with a new object.
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
  void set(std::shared_ptr<Parent> p) {
    parent = p;
  }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  part->set(whole);
  whole->kids.push_back(part);
  auto link = [](auto &child, auto p) { child->set(p); };
  // CHECK: note: no fix is offered for 'parent'
  link(part, std::make_shared<Parent>());
}
