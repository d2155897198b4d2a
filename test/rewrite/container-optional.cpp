// An optional pointer has two ways to be empty.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <optional>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::optional<std::shared_ptr<Parent>> parents;
  void print() const {
    if (parents && *parents)
      std::cout << (*parents)->size << parents->get()->size;
    std::cout << parents.has_value() << (parents == std::nullopt) << '\n';
  }
  void forget() { parents.reset(); }
};

// CHECK: {{^}}+  std::optional<std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+    if (parents && (*parents).lock())
// CHECK-NEXT: {{^}}+      std::cout << (*parents).lock()->size << parents->lock().get()->size;

int main() {
  const auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents = parent;
  child->print();
  child->forget();
  child->print();
  child->parents.emplace(parent);
}
