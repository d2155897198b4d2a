// Stores keep their text, except for nullptr.
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
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+  child->parents.push_back({});
// CHECK-NEXT: {{^}}+  child->parents.emplace_back();
// CHECK: {{^}}+  child->parents.resize(6, std::weak_ptr<Parent>());
// CHECK: {{^}}+  child->parents[0].reset();
// CHECK: {{^}}+  child->parents = {parent, {}};
// CHECK: {{^}}+  child->parents.insert(child->parents.begin(), std::weak_ptr<Parent>());
// CHECK: {{^}}+  std::cout << child->parents.size() << child->parents[1].lock()->size << '\n';

int main() {
  const auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->parents.emplace_back(parent);
  child->parents.push_back(nullptr);
  child->parents.emplace_back(nullptr);
  child->parents.resize(6, nullptr);
  child->parents.assign(2, parent);
  child->parents[0] = nullptr;
  child->parents.clear();
  child->parents = {parent, nullptr};
  child->parents.insert(child->parents.begin(), nullptr);
  child->parents.erase(child->parents.end() - 1);
  std::cout << child->parents.size() << child->parents[1]->size << '\n';
}
