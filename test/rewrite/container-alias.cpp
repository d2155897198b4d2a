// The container's type comes from an alias that nothing else names, except a
// function that takes the container.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
#include <iostream>
#include <map>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
using Parents = std::map<int, std::shared_ptr<Parent>>;
struct Child {
  Parents parents;
  static int sizeOf(const Parents &all) { return all.at(1)->size; }
  int size() const { return sizeOf(parents); }
};

// CHECK: {{^}}+using Parents = std::map<int, std::weak_ptr<Parent>>;
// CHECK: {{^}}+  static int sizeOf(const Parents &all) { return all.at(1).lock()->size; }

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents[1] = parent;
  std::cout << child->size() << '\n';
}
