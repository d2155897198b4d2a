// A class inside a class template.
//
//     Tree<int>::Node -> parent -> Tree<int>::Node -> kids -> Tree<int>::Node
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

template <typename T> struct Tree {
  struct Node {
    std::shared_ptr<Node> parent;
    std::vector<std::shared_ptr<Node>> kids;
    T value{};
    T top() const { return parent ? parent->top() : value; }
  };
};

// CHECK: {{^}}+    std::weak_ptr<Node> parent;
// CHECK: {{^}}+    T top() const { return parent.lock() ? parent.lock()->top() : value; }

int main() {
  auto root = std::make_shared<Tree<int>::Node>();
  auto leaf = std::make_shared<Tree<int>::Node>();
  root->value = 7;
  root->kids.push_back(leaf);
  leaf->parent = root;
  std::cout << leaf->top() << '\n';
}
