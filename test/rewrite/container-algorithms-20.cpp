// Algorithms on ranges, C++20.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++20 --only-compile %s %t | FileCheck %s
#include <algorithm>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  bool knows(const std::shared_ptr<Parent> &p) const {
    return std::ranges::find(parents, p) != parents.end();
  }
  bool any() const {
    return std::ranges::any_of(parents, [](const auto &p) { return p->size; });
  }
  void forget(const std::shared_ptr<Parent> &p) { std::erase(parents, p); }
};

// CHECK: {{^}}+    return std::ranges::find_if(parents, [&](const auto &weak) { return weak.lock() == p; }) != parents.end();
// CHECK: {{^}}+    return std::ranges::any_of(parents, [](const auto &weakP) { const auto p = weakP.lock(); return p->size; });
// CHECK: {{^}}+  void forget(const std::shared_ptr<Parent> &p) { std::erase_if(parents, [&](const auto &weak) { return weak.lock() == p; }); }
