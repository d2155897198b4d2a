// What the element points to is kept beyond the turn of the loop.
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
  const Parent *largest() const {
    const Parent *found = nullptr;
    for (auto &p : parents)
      if (!found || p->size > found->size)
        // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': what is read here is assigned to something that does not own it, and a weak pointer does not keep the object alive for that long
        found = p.get();
    return found;
  }
};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  std::cout << child->largest()->size;
}
