// What an early return has tested is good until the field gets another value,
// or until something runs that may give it one.
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
  void add(int n) { sum += n; }
};
struct Child {
  std::shared_ptr<Parent> parent_;
  void join(std::shared_ptr<Parent> parent) { parent_ = parent; }
  void move(const std::shared_ptr<Parent> &other) {
    if (!parent_)
      return;
    parent_->add(1);
    join(other);
    parent_->add(2);
  }
  int tested() {
    if (!parent_)
      return 1;
    std::cout << "alive ";
    return 0;
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent_;
// CHECK: {{^}}+    auto parent = parent_.lock();
// CHECK-NEXT: {{^}}+    if (!parent)
// CHECK: {{^}}+    parent->add(1);
// CHECK: {{^}}+    parent_.lock()->add(2);
// CHECK: {{^}}+    if (!parent_.lock())

int main() {
  std::shared_ptr<Parent> parent(new Parent), other(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->join(parent);
  parent->kids.push_back(child);
  child->move(other);
  other->kids.push_back(child);
  std::cout << child->tested() << parent->sum << other->sum << '\n';
}
