// A pointer to an array: its index operator is none of the known forms.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent[]> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is indexed like an array
  int size() const { return parent[0].size; }
};

int main() {
  std::shared_ptr<Parent[]> parent(new Parent[2]);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent[0].kids.push_back(child);
  child->size();
}
