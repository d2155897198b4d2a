// The type comes from an alias in the same template.
//
//     Node<int> -> parent -> Node<int> -> kids -> Node<int>
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

template <typename T> struct Node {
  using Ptr = std::shared_ptr<Node<T>>;
  Ptr parent = nullptr;
  std::vector<Ptr> kids;
  int depth() const { return parent ? parent->depth() + 1 : 0; }
};

// CHECK: {{^}}+  std::weak_ptr<Node<T>> parent = {};
// CHECK: {{^}}+  int depth() const { return parent.lock() ? parent.lock()->depth() + 1 : 0; }

int main() {
  auto root = std::make_shared<Node<int>>();
  auto leaf = std::make_shared<Node<int>>();
  root->kids.push_back(leaf);
  leaf->parent = root;
  std::cout << leaf->depth() << '\n';
}
