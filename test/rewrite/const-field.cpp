// A const field: a moved parameter is copied into it.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  const std::shared_ptr<Parent> parent;
  explicit Child(std::shared_ptr<Parent> p) : parent(std::move(p)) {}
  int size() const { return parent->size; }
};

// CHECK: {{^}}+  const std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  explicit Child(std::shared_ptr<Parent> p) : parent(p) {}
// CHECK-NEXT: {{^}}+  int size() const { return parent.lock()->size; }

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child(parent));
  parent->kids.push_back(child);
  std::cout << child->size() << '\n';
}
