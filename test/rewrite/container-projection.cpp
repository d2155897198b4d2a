// A projection of an algorithm takes each element, C++20.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++20 --expect-none %s %t | FileCheck %s
#include <algorithm>
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
  bool has(int size) const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': what is searched for here is no plain variable or member that each element could be compared with
    return std::ranges::find(parents, size, &Parent::size) != parents.end();
  }
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parents.push_back(parent);
  parent->kids.push_back(child);
  std::cout << child->has(3) << '\n';
}
