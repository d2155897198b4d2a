// A class template is reported and fixed once, whatever it is instantiated with.
//
//     Tree<T> -root-> Node<T> -tree-> Tree<T>
//
// RUN: %every_surface %s %t -- %mock | FileCheck %s
#include <memory>

template <typename T> struct Tree;
template <typename T> struct Node {
  // CHECK: class-template.cpp:[[#@LINE+2]]:28: warning: 'Node::tree' keeps its own owner alive: Node<char> -> tree -> Tree<char> -> root -> Node<char>
  // CHECK-NOT: warning:
  std::shared_ptr<Tree<T>> tree;
};
template <typename T> struct Tree {
  std::shared_ptr<Node<T>> root;
};
template <typename T> std::shared_ptr<Tree<T>> grow() {
  auto tree = std::make_shared<Tree<T>>();
  tree->root = std::make_shared<Node<T>>();
  tree->root->tree = tree;
  return tree;
}
auto numbers() { return grow<int>(); }
auto texts() { return grow<char>(); }
// CHECK:      fixed:
// CHECK-NEXT: -std::shared_ptr<Tree<T>> tree;
// CHECK-NEXT: +std::weak_ptr<Tree<T>> tree;
