// The algorithm calls a function that stands elsewhere.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <algorithm>
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
bool isLarge(const std::shared_ptr<Parent> &p) { return p->size > 9; }
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  bool any() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': 'any_of' calls something that is no lambda written here
    return std::any_of(parents.begin(), parents.end(), isLarge);
  }
};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  std::cout << child->any();
}
