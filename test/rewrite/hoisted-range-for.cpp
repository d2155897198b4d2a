// A loop over what the owner holds: the lock has to last for the loop.
//
//     Child -> parent_ -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++23 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
  const std::vector<std::shared_ptr<Child>> &all() const { return kids; }
};
struct Child {
  std::shared_ptr<Parent> parent_;
  int siblings() const {
    int n = 0;
    // Every sibling once.
    for (const auto &kid : parent_->kids) // the child itself, too
      n += kid.get() != this;
    if (n < 3) {
      for (auto kid : this->parent_->all())
        ++n;
    }
    return n;
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent_;
// CHECK-NOT: {{^}}-    // Every
// CHECK: {{^}}+    auto parent = parent_.lock();
// CHECK-NEXT: {{^}}+    for (const auto &kid : parent->kids) // the child itself, too
// CHECK: {{^}}+      auto lockedParent = this->parent_.lock();
// CHECK-NEXT: {{^}}+      for (auto kid : lockedParent->all())

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child), sibling(new Child);
  child->parent_ = parent;
  parent->kids.push_back(child);
  parent->kids.push_back(sibling);
  std::cout << child->siblings() << '\n';
}
