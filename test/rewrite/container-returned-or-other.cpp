// The function may return another container, which does not change.
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
  const std::vector<std::shared_ptr<Parent>> &all(bool really) const {
    static const std::vector<std::shared_ptr<Parent>> none;
    if (!really)
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': this is used together with it, but would keep the old type
      return none;
    return parents;
  }
};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  std::cout << child->all(true).size();
}
