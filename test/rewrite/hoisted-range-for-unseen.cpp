// What the owner holds is handed, one by one, to a function out of sight: that
// is trusted with it, for it leads to no owner.
//
//     Child -> parent_ -> Parent -> kids -> Child
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
void use(Child *child);
struct Child {
  std::shared_ptr<Parent> parent_;
  void useAll() const {
    for (auto &kid : parent_->kids)
      use(kid.get());
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent_;
// CHECK: {{^}}+    auto parent = parent_.lock();
// CHECK-NEXT: {{^}}+    for (auto &kid : parent->kids)

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent_ = parent;
  parent->kids.push_back(child);
  child->useAll();
}
