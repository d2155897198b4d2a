// What a cast of the pointer points to is returned.
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
  virtual ~Parent() = default;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Big : Parent {};
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is returned, and a weak pointer does not keep the object alive for that long
  Big *big() const { return std::static_pointer_cast<Big>(parent).get(); }
};

int main() {
  std::shared_ptr<Parent> parent(new Big);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->big()->size << '\n';
}
