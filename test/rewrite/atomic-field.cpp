// An atomic pointer: its loads and stores are of the type that it holds.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++20 --expect-none %s %t | FileCheck %s
#include <atomic>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': its pointer is inside a type that is no container of the standard library
  std::atomic<std::shared_ptr<Parent>> parent;
  int size() const { return parent.load()->size; }
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->size();
}
