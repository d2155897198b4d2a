// A copy of each entry keeps its object for the turn; a weak one would not.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <iostream>
#include <map>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::map<int, std::shared_ptr<Parent>> parents;
  void print() {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': its elements are copied, and the copies would not keep their objects alive
    for (auto entry : parents)
      std::cout << entry.second->size;
  }
};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents[1] = parent;
  child->print();
}
