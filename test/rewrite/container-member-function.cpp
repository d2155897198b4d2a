// An algorithm calls a member of what each element points to.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  void print() const { std::cout << size; }
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  void print() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': 'for_each' calls something that is no lambda written here
    std::for_each(parents.begin(), parents.end(), std::mem_fn(&Parent::print));
  }
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parents.push_back(parent);
  parent->kids.push_back(child);
  child->print();
}
