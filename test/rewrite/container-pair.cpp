// Pairs and tuples, by name, by index and as structured bindings.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::pair<int, std::tuple<std::shared_ptr<Parent>, int>> parents;
  void print() const {
    std::cout << parents.first << std::get<0>(parents.second)->size;
    auto &[count, both] = parents;
    std::cout << count << std::get<0>(both)->size << std::get<1>(both) << '\n';
  }
};

// CHECK: {{^}}+  std::pair<int, std::tuple<std::weak_ptr<Parent>, int>> parents;
// CHECK: {{^}}+    std::cout << parents.first << std::get<0>(parents.second).lock()->size;
// CHECK: {{^}}+    std::cout << count << std::get<0>(both).lock()->size << std::get<1>(both) << '\n';

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  std::get<0>(child->parents.second) = parent;
  child->print();
}
