// Sorting by address, which a weak pointer has not.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <algorithm>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  void sort() {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': 'sort' works on the pointers themselves here
    std::sort(parents.begin(), parents.end());
  }
};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->sort();
}
