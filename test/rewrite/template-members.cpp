// A class template is converted in the pattern, as its instantiations agree.
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
  bool hasParent() const { return parent != nullptr; }
  T value() const;
  std::shared_ptr<Parent<T>> get() const { return this->parent; }
  void clear() { parent = nullptr; }
};
template <typename T> T Child<T>::value() const {
  return parent ? parent->value : T();
}

// CHECK: {{^}}+  std::weak_ptr<Parent<T>> parent;
// CHECK: {{^}}+  bool hasParent() const { return parent.lock() != nullptr; }
// CHECK: {{^}}+  std::shared_ptr<Parent<T>> get() const { return this->parent.lock(); }
// CHECK-NEXT: {{^}}+  void clear() { parent.reset(); }
// CHECK: {{^}}+  return parent.lock() ? parent.lock()->value : T();

int main() {
  auto parent = std::make_shared<Parent<int>>();
  auto child = std::make_shared<Child<int>>();
  parent->kids.push_back(child);
  child->parent = parent;
  std::cout << child->hasParent() << child->value() << child->get()->value;
  auto other = std::make_shared<Parent<char>>();
  auto second = std::make_shared<Child<char>>();
  other->value = 'x';
  other->kids.push_back(second);
  second->parent = other;
  std::cout << second->value() << second->get()->value << '\n';
  second->clear();
  second->parent = other;
  child->clear();
  child->parent = parent;
  std::cout << second->hasParent();
}
