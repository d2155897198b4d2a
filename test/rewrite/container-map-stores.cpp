// `insert_or_assign` and `try_emplace`.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++17 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
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
  int size() const { return parents.at(2)->size + parents.at(3)->size; }
};

// CHECK: {{^}}+  std::map<int, std::weak_ptr<Parent>> parents;
// CHECK-NEXT: {{^}}+  int size() const { return parents.at(2).lock()->size + parents.at(3).lock()->size; }
// CHECK: {{^}}+  child->parents.emplace(4, std::weak_ptr<Parent>());

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parents[1] = parent;
  parent->kids.push_back(child);
  child->parents.insert_or_assign(2, parent);
  child->parents.try_emplace(3, parent);
  child->parents.emplace(4, nullptr);
  std::cout << child->size() << child->parents.erase(4) << '\n';
}
