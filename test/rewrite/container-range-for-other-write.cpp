// The body writes to an element by another name than the variable, which would
// not see it as a copy.
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
  void print(std::shared_ptr<Parent> other) {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': this loop changes elements that it runs over
    for (auto &p : parents) {
      parents[0] = other;
      std::cout << p->size;
    }
  }
};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->print(parent);
}
