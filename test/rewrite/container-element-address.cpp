// The address of an element.
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
  int size() {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': an element's address is taken
    auto *first = &parents[0];
    return (*first)->size;
  }
};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  std::cout << child->size();
}
