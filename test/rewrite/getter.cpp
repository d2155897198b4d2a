// A getter that returns the field by reference returns a strong copy, and its
// callers take that.
//
//     Child -> parent_ -> Parent -> kids -> Child
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
class Child {
  std::shared_ptr<Parent> parent_;

public:
  void setParent(const std::shared_ptr<Parent> &p) { parent_ = p; }
  const std::shared_ptr<Parent> &parent() const { return parent_; }
  std::shared_ptr<Parent> const& same() const;
  const auto &any(const std::shared_ptr<Parent> &other) const {
    if (other)
      return other;
    return parent_;
  }
};
const std::shared_ptr<Parent> &Child::same() const {
  return parent_;
}
static int sizeOf(const std::shared_ptr<Parent> &p) { return p->size; }
static void print(const Child &child) {
  const auto &known = child.parent();
  auto copy = child.parent();
  auto &seen = child.same();
  std::cout << known->size << copy->size << seen->size << sizeOf(child.same())
            << (child.parent() == child.same()) << child.any(child.parent())->size;
  for (const auto &kid : child.parent()->kids)
    std::cout << kid->parent()->size;
  Parent *whole = child.parent().get();
  std::cout << whole->size << '\n';
}

// CHECK: {{^}}+  std::weak_ptr<Parent> parent_;
// CHECK: {{^}}+  std::shared_ptr<Parent> parent() const { return parent_.lock(); }
// CHECK-NEXT: {{^}}+  std::shared_ptr<Parent> same() const;
// CHECK-NEXT: {{^}}+  auto any(const std::shared_ptr<Parent> &other) const {
// CHECK: {{^}}+    return parent_.lock();
// CHECK: {{^}}+std::shared_ptr<Parent> Child::same() const {
// CHECK-NEXT: {{^}}+  return parent_.lock();
// CHECK: {{^}}+  const auto known = child.parent();
// CHECK: {{^}}+  auto seen = child.same();
// CHECK: {{^}}+  auto lockedParent = child.parent();
// CHECK-NEXT: {{^}}+  for (const auto &kid : lockedParent->kids)
// CHECK: {{^}}+  auto lockedParent2 = child.parent();
// CHECK-NEXT: {{^}}+  Parent *whole = lockedParent2.get();

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->setParent(parent);
  parent->kids.push_back(child);
  print(*child);
}
