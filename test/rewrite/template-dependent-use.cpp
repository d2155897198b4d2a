// A function template uses the field of what it is given.
//
//     Child<T> -> parent -> Parent<T> -> kids -> Child<T>
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
  std::shared_ptr<Parent<T>> parent;
};
template <typename T> T valueOf(const std::shared_ptr<Child<T>> &child) {
  return child->parent->value;
}

// CHECK: {{^}}+  std::weak_ptr<Parent<T>> parent;
// CHECK: {{^}}+  return child->parent.lock()->value;

int main() {
  auto parent = std::make_shared<Parent<int>>();
  auto child = std::make_shared<Child<int>>();
  parent->kids.push_back(child);
  child->parent = parent;
  std::cout << valueOf(child) << '\n';
}
