// Structured bindings of a map's entries; a copied one is locked as well.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <map>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::map<int, std::shared_ptr<Parent>> parents;
  void print() {
    for (const auto &[key, p] : parents)
      std::cout << key << p->size;
    for (auto [key, p] : parents) {
      std::cout << key << p->size;
    }
    auto [it, isNew] = parents.try_emplace(1);
    std::cout << isNew << it->second->size << '\n';
  }
};

// CHECK: {{^}}+    for (const auto &[key, weakP] : parents) {
// CHECK-NEXT: {{^}}+      const auto p = weakP.lock();
// CHECK: {{^}}+    for (auto [key, weakP] : parents) {
// CHECK-NEXT: {{^}}+      auto p = weakP.lock();
// CHECK: {{^}}+    std::cout << isNew << it->second.lock()->size << '\n';

int main() {
  const auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents[1] = parent;
  child->parents[2] = parent;
  child->print();
}
