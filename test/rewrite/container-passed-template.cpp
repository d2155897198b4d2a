// The container is passed to a template, where it may mean anything.
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
  template <typename All> static int sizeOf(const All &all) {
    return all.size();
  }
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': it is passed to 'sizeOf', whose parameter cannot be changed
  int size() const { return sizeOf(parents); }
};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  std::cout << child->size();
}
