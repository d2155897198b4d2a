// One instantiation would choose another function.
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
int pick(const std::shared_ptr<Parent<int>> &) { return 1; }
int pick(const std::shared_ptr<Parent<char>> &) { return 2; }
template <typename T> struct Child {
  std::shared_ptr<Parent<T>> parent;
  int picked() const { return pick(parent); }
};

int main() {
  auto parent = std::make_shared<Parent<int>>();
  auto child = std::make_shared<Child<int>>();
  parent->kids.push_back(child);
  child->parent = parent;
  std::cout << child->picked();
}
// CHECK: {{^}}+  std::weak_ptr<Parent<T>> parent;
// CHECK: {{^}}+  int picked() const { return pick(parent.lock()); }
