// The variable is declared before a scope guard that stands behind the test, so
// it ends after that; and a call that may change the field comes after the read
// that it is made through.
//
//     Child -> parent_ -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <mutex>
#include <vector>

struct Child;
struct Parent {
  int sum = 0;
  std::vector<std::shared_ptr<Child>> kids;
  void add(int n) { sum += n; }
  virtual void leave(Child &child, int n);
  virtual ~Parent() = default;
};
struct Child {
  std::shared_ptr<Parent> parent_;
  std::mutex mutex_;
  void join(std::shared_ptr<Parent> parent) { parent_ = parent; }
  void add() {
    if (!parent_)
      return;
    std::lock_guard<std::mutex> guard(mutex_);
    parent_->add(1);
    parent_->leave(*this, 2);
    if (parent_)
      parent_->add(4);
  }
};
void Parent::leave(Child &child, int n) {
  sum += n;
  child.join(nullptr);
}

// CHECK: {{^}}+  std::weak_ptr<Parent> parent_;
// CHECK: {{^}}+    auto parent = parent_.lock();
// CHECK-NEXT: {{^}}+    if (!parent)
// CHECK: {{^}}+    parent->add(1);
// CHECK-NEXT: {{^}}+    parent->leave(*this, 2);

int main() {
  std::shared_ptr<Parent> parent(new Parent), other(new Parent);
  std::shared_ptr<Child> child(new Child), second(new Child);
  child->join(parent);
  second->join(other);
  parent->kids.push_back(child);
  other->kids.push_back(second);
  child->add();
  std::cout << parent->sum << (child->parent_ == nullptr) << '\n';
}
