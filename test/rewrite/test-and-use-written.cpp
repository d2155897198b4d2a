// Under the test the field may get another value: each use reads it again.
//
//     Child -> parent_ -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size;
  std::vector<std::shared_ptr<Child>> kids;
  explicit Parent(int s) : size(s) {}
};
struct Child {
  std::shared_ptr<Parent> parent_;
  void move(const std::shared_ptr<Parent> &other) { parent_ = other; }
  void print(const std::shared_ptr<Parent> &other) {
    if (parent_) {
      std::cout << parent_->size;
      move(other);
      std::cout << parent_->size << '\n';
    }
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent_;
// CHECK: {{^}}+    if (parent_.lock()) {
// CHECK-NEXT: {{^}}+      std::cout << parent_.lock()->size;
// CHECK: {{^}}+      std::cout << parent_.lock()->size << '\n';

int main() {
  std::shared_ptr<Parent> parent(new Parent(3)), other(new Parent(4));
  std::shared_ptr<Child> child(new Child);
  child->parent_ = parent;
  parent->kids.push_back(child);
  other->kids.push_back(child);
  child->print(other);
}
