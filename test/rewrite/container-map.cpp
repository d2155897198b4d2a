// A map's mapped value: `m[k]`, `at`, find, iterators, pairs in loops.
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
  std::shared_ptr<Parent> find(int key) const {
    auto it = parents.find(key);
    return it == parents.end() ? nullptr : it->second;
  }
  void print() {
    for (auto &entry : parents)
      std::cout << entry.first << entry.second->size;
    for (auto it = parents.begin(); it != parents.end(); ++it)
      std::cout << it->second->size;
    auto &one = parents[1];
    if (!one)
      one = nullptr;
    std::cout << parents.at(1)->size << parents.count(7) << '\n';
  }
};

// CHECK: {{^}}+  std::map<int, std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+    return it == parents.end() ? nullptr : it->second.lock();
// CHECK: {{^}}+      std::cout << entry.first << entry.second.lock()->size;
// CHECK: {{^}}+      std::cout << it->second.lock()->size;
// CHECK: {{^}}+    if (!one.lock())
// CHECK-NEXT: {{^}}+      one.reset();
// CHECK: {{^}}+    std::cout << parents.at(1).lock()->size << parents.count(7) << '\n';

int main() {
  const auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents[1] = parent;
  child->parents.emplace(2, parent);
  child->parents.insert({3, parent});
  child->parents.insert(std::make_pair(4, parent));
  child->print();
  std::cout << child->find(2)->size << (child->find(9) == nullptr) << '\n';
}
