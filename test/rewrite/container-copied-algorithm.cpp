// An algorithm copies the elements to where strong pointers are expected.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <algorithm>
#include <iostream>
#include <iterator>
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
    std::vector<std::shared_ptr<Parent>> all;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': an iterator into it is passed to 'copy', which is not known to work with weak pointers
    std::copy(parents.begin(), parents.end(), std::back_inserter(all));
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
