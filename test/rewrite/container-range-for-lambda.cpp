// A lambda in the body outlives the turn of the loop: by reference it would keep
// the local.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

#include <functional>
struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  int sum() const {
    std::vector<std::function<int()>> later;
    for (auto &p : parents)
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': a lambda that captures an element of it by reference may outlive it
      later.push_back([&p] { return p->size; });
    return later.size();
  }
};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  std::cout << child->sum();
}
