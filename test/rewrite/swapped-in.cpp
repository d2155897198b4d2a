// A setter swaps its parameter into the field, and does not look back.
//
//     Child -> parent -> Parent -> kid -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <utility>

struct Parent;
struct Child {
  std::shared_ptr<Parent> parent;
  void set(std::shared_ptr<Parent> whole) { parent.swap(whole); }
  void setAgain(std::shared_ptr<Parent> whole) { std::swap(whole, parent); }
};
struct Parent {
  int size = 3;
  std::shared_ptr<Child> kid = std::make_shared<Child>();
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  void set(std::shared_ptr<Parent> whole) { parent = whole; }
// CHECK-NEXT: {{^}}+  void setAgain(std::shared_ptr<Parent> whole) { parent = whole; }

int main() {
  std::shared_ptr<Parent> whole(new Parent);
  whole->kid->set(whole);
  whole->kid->setAgain(whole);
  std::cout << whole->kid->parent->size << '\n';
}
