// A range-based loop locks each element under its variable's name. The body
// stays, and gets braces if it has none.
//
//     Child -> parents -> Parent -> kids -> Child
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
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  void print() const {
    for (auto &p : parents)
      std::cout << p->size;
    for (const auto &p : parents) {
      if (!p)
        continue;
      auto &size = p->size;
      std::cout << size;
    }
    for (auto p : parents) std::cout << p->size;
    for (const auto &p : parents)
      for (auto &kid : p->kids)
        for (auto &other : kid->parents)
          std::cout << other->size << '\n';
    int count = 0;
    for ([[maybe_unused]] auto &p : parents)
      ++count;
    std::cout << count << '\n';
  }
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+    for (auto &weakP : parents) {
// CHECK-NEXT: {{^}}+      auto p = weakP.lock();
// CHECK: {{^}}+    }
// CHECK-NEXT: {{^}}+    for (const auto &weakP : parents) {
// CHECK-NEXT: {{^}}+      const auto p = weakP.lock();
// CHECK: {{^}}+    for (const auto &weakP : parents) { auto p = weakP.lock(); std::cout << p->size; }
// CHECK-NEXT: {{^}}+    for (const auto &weakP : parents) {
// CHECK-NEXT: {{^}}+      const auto p = weakP.lock();
// CHECK: {{^}}+        for (auto &weakOther : kid->parents) {
// CHECK-NEXT: {{^}}+          auto other = weakOther.lock();
// CHECK: {{^}}+        }
// CHECK-NEXT: {{^}}+    }
// CHECK-NOT: {{^[-+]}}

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->print();
}
