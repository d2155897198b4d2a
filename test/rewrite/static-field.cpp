// A static field belongs to no object: it is a root, and no part of a cycle.
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
  static std::shared_ptr<Parent> parent;
  int size() const { return parent->size; }
};
std::shared_ptr<Parent> Child::parent;

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->size();
}
// CHECK-NOT: warning:
