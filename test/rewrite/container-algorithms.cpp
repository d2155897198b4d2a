// Lambdas in algorithms lock the element in their first statement.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <algorithm>
#include <memory>
#include <numeric>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  bool any() const {
    return std::any_of(
        parents.begin(), parents.end(),
        [](const std::shared_ptr<Parent> &p) { return p->size == 1; });
  }
  void sort() {
    std::sort(parents.begin(), parents.end(), [](const auto &a, const auto &b) {
      return a->size < b->size;
    });
  }
  int sum() const {
    return std::accumulate(
        parents.begin(), parents.end(), 0,
        [](int sum, std::shared_ptr<Parent> p) { return sum + p->size; });
  }
  void reset() {
    std::for_each(parents.begin(), parents.end(), [](auto &p) { p = nullptr; });
  }
};

// CHECK: {{^}}+        [](const std::weak_ptr<Parent> &weakP) { const auto p = weakP.lock(); return p->size == 1; });
// CHECK: {{^}}+    std::sort(parents.begin(), parents.end(), [](const auto &weakA, const auto &weakB) {
// CHECK-NEXT: {{^}}+      const auto a = weakA.lock();
// CHECK-NEXT: {{^}}+      const auto b = weakB.lock();
// CHECK: {{^}}+        [](int sum, std::weak_ptr<Parent> weakP) { auto p = weakP.lock(); return sum + p->size; });
// CHECK: {{^}}+    std::for_each(parents.begin(), parents.end(), [](auto &p) { p.reset(); });
