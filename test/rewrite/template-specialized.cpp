// A specialization declares the field once more.
//
//     Child<T> -> parent -> Parent<T> -> kids -> Child<T>
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
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
template <typename T> struct Child<T *> {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this specialization of its class declares it once more
  std::shared_ptr<Parent<T *>> parent;
};

int main() {
  auto parent = std::make_shared<Parent<int>>();
  auto child = std::make_shared<Child<int>>();
  parent->kids.push_back(child);
  child->parent = parent;
}
