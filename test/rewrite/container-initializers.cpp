// Constructors give the container its elements.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  Child() : parents(2) {}
  Child(const std::shared_ptr<Parent> &p) : parents{p, nullptr} {}
  Child(const Child &other) : parents(other.parents) {}
  Child &operator=(const Child &other) {
    parents = other.parents;
    return *this;
  }
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+  Child(const std::shared_ptr<Parent> &p) : parents{p, {}} {}
// CHECK-NOT: {{^[-+]}}

int main() {
  auto parent = std::make_shared<Parent>();
  Child first(parent), second(first), third;
  third = second;
  auto child = std::make_shared<Child>();
  *child = third;
  parent->kids.push_back(child);
  std::cout << child->parents.size() << '\n';
}
