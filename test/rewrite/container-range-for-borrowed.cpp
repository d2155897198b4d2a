// A variable in the body refers to a part of the element's object, and that is
// kept.
//
//     Child -> parents -> Parent -> kids -> Child
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
  std::vector<std::shared_ptr<Parent>> parents;
  const int *largest() const {
    const int *found = nullptr;
    for (auto &p : parents) {
      auto &size = p->size;
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': what is read here is assigned to something that does not own it, and a weak pointer does not keep the object alive for that long
      found = &size;
    }
    return found;
  }
};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  std::cout << *child->largest();
}
