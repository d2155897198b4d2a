// A strong pointer that owns nothing is made of what the field leads to. It is
// as good as a raw one: with a weak field the object ends before it.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  std::shared_ptr<int> size() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is given to a pointer that does not own it, and a weak pointer does not keep the object alive for that long
    return std::shared_ptr<int>(std::shared_ptr<int>(), &parent->size);
  }
};

static std::shared_ptr<int> size() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  return child->size();
}
int main() { std::cout << *size() << '\n'; }
