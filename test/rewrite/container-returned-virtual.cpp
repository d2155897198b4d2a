// An override that is not in sight would have to change with the function.
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
  virtual ~Child() = default;
  virtual const std::vector<std::shared_ptr<Parent>> &all() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': it is passed on by 'all', whose callers are not all known
    return parents;
  }
};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  std::cout << child->all().front()->size;
}
