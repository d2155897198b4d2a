// A node handle takes an entry out of the map, and keeps it.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <iostream>
#include <map>
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::map<int, std::shared_ptr<Parent>> parents;
  int size() {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': 'extract' is called on it, which is not known to work with weak pointers
    auto node = parents.extract(1);
    int size = node.mapped()->size;
    parents.insert(std::move(node));
    return size;
  }
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parents[1] = parent;
  parent->kids.push_back(child);
  std::cout << child->size() << '\n';
}
