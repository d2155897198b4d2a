// A variant's alternative, by index.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <variant>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::variant<int, std::shared_ptr<Parent>> parents;
  void print() const {
    std::cout << parents.index() << std::get<1>(parents)->size << '\n';
  }
};

// CHECK: {{^}}+  std::variant<int, std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+    std::cout << parents.index() << std::get<1>(parents).lock()->size << '\n';

int main() {
  const auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents = parent;
  child->print();
}
