// A search by value becomes one with a predicate, which locks each element.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <algorithm>
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
  bool knows(const std::shared_ptr<Parent> &p) const {
    return std::find(parents.begin(), parents.end(), p) != parents.end();
  }
  long empty() const {
    return std::count(parents.begin(), parents.end(), nullptr);
  }
  void forget(std::shared_ptr<Parent> p) {
    parents.erase(std::remove(parents.begin(), parents.end(), p),
                  parents.end());
  }
};

// CHECK: {{^}}+    return std::find_if(parents.begin(), parents.end(), [&](const auto &weak) { return weak.lock() == p; }) != parents.end();
// CHECK: {{^}}+    return std::count_if(parents.begin(), parents.end(), [](const auto &weak) { return !weak.lock(); });
// CHECK: {{^}}+    parents.erase(std::remove_if(parents.begin(), parents.end(), [&](const auto &weak) { return weak.lock() == p; }),

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->parents.resize(3);
  std::cout << child->knows(parent) << child->empty();
  child->forget(nullptr);
  std::cout << child->parents.size() << '\n';
}
