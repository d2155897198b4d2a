// A specialization that has no such field, and one of a member function.
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
  T value() const { return T(); }
};
template <> struct Child<char> {};
template <> int Child<int>::value() const { return parent->value; }

// CHECK: {{^}}+  std::weak_ptr<Parent<T>> parent;
// CHECK: {{^}}+template <> int Child<int>::value() const { return parent.lock()->value; }

int main() {
  auto parent = std::make_shared<Parent<int>>();
  auto child = std::make_shared<Child<int>>();
  parent->kids.push_back(child);
  child->parent = parent;
  std::cout << child->value() << '\n';
}
