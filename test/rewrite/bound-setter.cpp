// The setter's address is taken: who calls it, and with what?
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <functional>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  void set(std::shared_ptr<Parent> p) {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': not every call that passes 'p' is in sight
    parent = p;
  }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  whole->kids.push_back(part);
  part->parent = whole;
  auto set = std::bind(&Child::set, part, std::placeholders::_1);
  set(std::make_shared<Parent>());
}
