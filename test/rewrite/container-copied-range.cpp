// A container of strong pointers is made of the elements: unchanged it would
// throw if one has gone.
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
  unsigned long size() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': an iterator into it is passed to the constructor of 'vector'
    std::vector<std::shared_ptr<Parent>> all(parents.begin(), parents.end());
    return all.size();
  }
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parents.push_back(parent);
  parent->kids.push_back(child);
  std::cout << child->size() << '\n';
}
