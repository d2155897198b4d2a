// A raw pointer is thrown out of the function that holds the only other owner:
// with a weak field the object ends before the handler gets it.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is thrown, and a weak pointer does not keep the object alive for that long
  void complain() const { throw parent.get(); }
};

static void complain() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->complain();
}
int main() {
  try {
    complain();
  } catch (const Parent *whole) {
    std::cout << whole->size << '\n';
  }
}
