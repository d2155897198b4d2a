// What a constructor stores into its own object may come after its test.
//
//     Child -> parent_ -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int sum = 0;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent_;
  Child(const std::shared_ptr<Parent> &first,
        const std::shared_ptr<Parent> &second)
      : parent_(first) {
    if (!parent_)
      return;
    ++parent_->sum;
    parent_ = second;
    parent_->sum += 2;
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent_;
// CHECK: {{^}}+    if (!parent_.lock())
// CHECK: {{^}}+    ++parent_.lock()->sum;
// CHECK: {{^}}+    parent_.lock()->sum += 2;

int main() {
  std::shared_ptr<Parent> parent(new Parent), other(new Parent);
  std::shared_ptr<Child> child(new Child(other, parent));
  parent->kids.push_back(child);
  std::cout << parent->sum << other->sum << '\n';
}
