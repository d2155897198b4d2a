// A test and the uses under it read one pointer.
//
//     Child -> parent_ -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck --check-prefixes=CHECK,OLD %s
// RUN: %prove_fix --std=c++17 %s %t | FileCheck --check-prefixes=CHECK,NEW %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent_;
  void print() const {
    if (parent_) {
      std::cout << parent_->size;
      for (const auto &kid : parent_->kids)
        std::cout << (kid.get() == this);
      auto size = [this] { return parent_->size; };
      std::cout << size();
    } else
      std::cout << (parent_ == nullptr);
    if (parent_ && parent_->size > 2)
      std::cout << parent_->size;
    if (parent_)
      std::cout << '\n';
  }
};
static int sizeOf(const Child &child, int other) {
  if (child.parent_)
    return child.parent_->size;
  return other;
}

// CHECK: {{^}}+  std::weak_ptr<Parent> parent_;
// CHECK: {{^}}+    if (auto parent = parent_.lock()) {
// CHECK-NEXT: {{^}}+      std::cout << parent->size;
// CHECK-NEXT: {{^}}+      for (const auto &kid : parent->kids)
// CHECK: {{^}}+      auto size = [this] { return parent_.lock()->size; };
// CHECK: {{^}}+      std::cout << (parent_.lock() == nullptr);
// OLD-NEXT: {{^}}+    if (parent_.lock() && parent_.lock()->size > 2)
// OLD-NEXT: {{^}}+      std::cout << parent_.lock()->size;
// NEW-NEXT: {{^}}+    if (auto parent = parent_.lock(); parent && parent->size > 2)
// NEW-NEXT: {{^}}+      std::cout << parent->size;
// CHECK-NEXT: {{^}}+    if (parent_.lock())
// CHECK: {{^}}+  if (auto parent = child.parent_.lock())
// CHECK-NEXT: {{^}}+    return parent->size;

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child), alone(new Child);
  child->parent_ = parent;
  parent->kids.push_back(child);
  child->print();
  alone->print();
  std::cout << sizeOf(*child, 1) << sizeOf(*alone, 1) << '\n';
}
