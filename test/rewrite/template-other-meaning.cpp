// The same tokens mean the field of one class here, and of another there.
//
//     Child<T> -> parent -> Parent<T> -> kids -> Child<T>
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
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
struct Other {
  std::shared_ptr<int> parent;
};
template <typename X> bool hasParent(const X &x) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': whether this is a use of it depends on the template's arguments
  return x.parent != nullptr;
}

int main() {
  auto parent = std::make_shared<Parent<int>>();
  auto child = std::make_shared<Child<int>>();
  parent->kids.push_back(child);
  child->parent = parent;
  std::cout << hasParent(*child) << hasParent(Other());
}
