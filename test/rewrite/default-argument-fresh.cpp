// A call that leaves the argument out passes a new object.
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
  void set(std::shared_ptr<Parent> p = std::make_shared<Parent>()) {
    parent = p;
  }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  whole->kids.push_back(part);
  part->parent = whole;
  std::make_shared<Child>()->set();
}
// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
