// A view hands out the elements, C++20.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++20 --expect-none %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <ranges>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  int size() const {
    int sum = 0;
    for (const auto &p :
         // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': 'operator|' is applied to it
         parents | std::views::filter([](const auto &p) { return p->size; }))
      sum += p->size;
    return sum;
  }
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parents.push_back(parent);
  parent->kids.push_back(child);
  std::cout << child->size() << '\n';
}
