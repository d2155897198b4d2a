// The setter's address is taken: who calls it, and with what?
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
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
    parent = p;
  }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  auto set = std::bind(&Child::set, part, std::placeholders::_1);
  set(std::make_shared<Parent>());
  whole->kids.push_back(part);
  part->parent = whole;
}
// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
