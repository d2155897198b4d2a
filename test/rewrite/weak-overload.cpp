// An overload that would take a weak field must not be chosen for the lock.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
static int which(const std::shared_ptr<Parent> &) { return 1; }
static int which(const std::weak_ptr<Parent> &) { return 2; }
struct Child {
  std::shared_ptr<Parent> parent;
  int print() const { return which(parent); }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  int print() const { return which(parent.lock()); }

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->print() << '\n';
}
