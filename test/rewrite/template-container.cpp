// A template's field that holds pointers.
//
//     Child<T> -> parents -> Parent<T> -> kids -> Child<T>
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

template <typename T> struct Child;
template <typename T> struct Parent {
  T value{};
  std::vector<std::shared_ptr<Child<T>>> kids;
};
template <typename T> struct Child {
  std::vector<std::shared_ptr<Parent<T>>> parents;
  void print() const {
    for (auto &p : parents)
      std::cout << p->value;
    for (auto it = parents.begin(); it != parents.end(); ++it)
      std::cout << (*it)->value;
    std::cout << parents[0]->value << '\n';
  }
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent<T>>> parents;
// CHECK: {{^}}+    for (auto &weakP : parents) {
// CHECK-NEXT: {{^}}+      auto p = weakP.lock();
// CHECK: {{^}}+    }
// CHECK: {{^}}+      std::cout << (*it).lock()->value;
// CHECK-NEXT: {{^}}+    std::cout << parents[0].lock()->value << '\n';

int main() {
  auto parent = std::make_shared<Parent<int>>();
  auto child = std::make_shared<Child<int>>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->print();
  auto other = std::make_shared<Parent<long>>();
  auto second = std::make_shared<Child<long>>();
  other->kids.push_back(second);
  second->parents.push_back(other);
  second->print();
}
