// OwnerMayBeGone: what is done with the object is done if it is still there.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --check-options="{ownership-shared-ptr-cycle.OwnerMayBeGone: true}" %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <string>
#include <vector>

struct Child;
struct Parent {
  int changes = 0;
  std::vector<std::shared_ptr<Child>> kids;
  void changed(const std::string &what) {
    ++changes;
    std::cout << what << changes << '\n';
  }
};
struct Child {
  std::shared_ptr<Parent> parent;
  void rename(const std::string &name) {
    parent->changed(name);
    if (name.empty()) {
      std::cout << "unnamed " << parent->changes << '\n';
    }
    if (parent)
      parent->changed("twice ");
    auto kept = parent;
    if (kept)
      kept->changed("kept ");
  }
};
// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    if (auto lockedParent = parent.lock()) lockedParent->changed(name);
// CHECK: {{^}}+      if (auto lockedParent = parent.lock()) std::cout << "unnamed " << lockedParent->changes << '\n';
// CHECK: {{^}}+    if (auto lockedParent = parent.lock())
// CHECK-NEXT: {{^}}+      lockedParent->changed("twice ");
// CHECK: {{^}}+    auto kept = parent.lock();

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parent = parent;
  child->rename("a");
  child->rename("");
}
