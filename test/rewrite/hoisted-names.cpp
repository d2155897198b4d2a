// A local variable's name must mean nothing else in its function.
//
//     Child -> m_parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

#define lockedParent2 nothing
struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> m_parent;
  int sum(int parent) const {
    const Parent &first = *m_parent;
    const Parent &second = *m_parent;
    int n = parent + first.size + second.size;
    for (const auto &kid : m_parent->kids) {
      for (const auto &other : kid->m_parent->kids)
        n += kid == other;
    }
    return n;
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> m_parent;
// CHECK: {{^}}+    auto lockedParent = m_parent.lock();
// CHECK-NEXT: {{^}}+    const Parent &first = *lockedParent;
// CHECK-NEXT: {{^}}+    auto lockedParent3 = m_parent.lock();
// CHECK-NEXT: {{^}}+    const Parent &second = *lockedParent3;
// CHECK: {{^}}+    auto lockedParent4 = m_parent.lock();
// CHECK-NEXT: {{^}}+    for (const auto &kid : lockedParent4->kids) {
// CHECK-NEXT: {{^}}+      auto lockedParent5 = kid->m_parent.lock();
// CHECK-NEXT: {{^}}+      for (const auto &other : lockedParent5->kids)

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->m_parent = parent;
  parent->kids.push_back(child);
  std::cout << child->sum(1) << '\n';
}
