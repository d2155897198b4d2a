// A test that leaves the block serves all that follows: one lock, before it.
//
//     Child -> parent_ -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int sum = 0;
  bool isOpen = true;
  std::vector<std::shared_ptr<Child>> kids;
  void add(int n) { sum += n; }
};
struct Child {
  std::shared_ptr<Parent> parent_;
  int size = 2;
  void join(std::shared_ptr<Parent> parent) { parent_ = parent; }
  void grow() {
    ++size;
    if (!parent_)
      return;
    parent_->add(size);
    if (parent_->sum > 2)
      parent_->add(1);
  }
  int count() {
    if (parent_ == nullptr || !parent_->isOpen) {
      std::cout << "closed ";
      return 0;
    }
    int *sum = &parent_->sum;
    ++*sum;
    return *sum + static_cast<int>(parent_->kids.size());
  }
  void repeat() {
    for (int n = 0; n < 3; ++n) {
      if (!parent_)
        continue;
      parent_->add(n);
      parent_->add(n);
    }
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent_;
// CHECK: {{^}}+    auto parent = parent_.lock();
// CHECK-NEXT: {{^}}+    if (!parent)
// CHECK: {{^}}+    parent->add(size);
// CHECK-NEXT: {{^}}+    if (parent->sum > 2)
// CHECK-NEXT: {{^}}+      parent->add(1);
// CHECK: {{^}}+    auto parent = parent_.lock();
// CHECK-NEXT: {{^}}+    if (parent == nullptr || !parent->isOpen) {
// CHECK: {{^}}+    int *sum = &parent->sum;
// CHECK: {{^}}+    return *sum + static_cast<int>(parent->kids.size());
// CHECK: {{^}}+      auto parent = parent_.lock();
// CHECK-NEXT: {{^}}+      if (!parent)
// CHECK: {{^}}+      parent->add(n);
// CHECK-NEXT: {{^}}+      parent->add(n);
// CHECK-NOT: lock()

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child), lonely(new Child);
  child->join(parent);
  parent->kids.push_back(child);
  child->grow();
  child->repeat();
  lonely->grow();
  lonely->repeat();
  std::cout << child->count() << lonely->count() << parent->sum << '\n';
}
