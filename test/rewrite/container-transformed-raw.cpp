// A lambda hands out the raw pointer, which an algorithm keeps.
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
  int size() const {
    std::vector<Parent *> all;
    std::transform(parents.begin(), parents.end(), std::back_inserter(all),
                   // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': what is read here is returned, and a weak pointer does not keep the object alive for that long
                   [](const std::shared_ptr<Parent> &p) { return p.get(); });
    return all[0]->size;
  }
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parents.push_back(parent);
  parent->kids.push_back(child);
  std::cout << child->size() << '\n';
}
