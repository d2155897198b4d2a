// The leaf is new and only its tree keeps it: were that hop weak, the leaf would
// be gone at once. The way back can be weak, for the local keeps the tree.
//
//   Leaf -tree-> Tree -leaf-> Leaf
//
// RUN: %check_default %s -- %mock | FileCheck %s

#include <memory>

struct Tree;
struct Leaf {
  explicit Leaf(std::shared_ptr<Tree> t) : tree(t) {}
  std::shared_ptr<Tree> tree;
};
struct Tree {
  std::shared_ptr<Leaf> leaf;
};
void grow() {
  auto tree = std::make_shared<Tree>();
  tree->leaf = std::make_shared<Leaf>(tree);
}
// CHECK: warning: 'Leaf::tree' keeps its own owner alive: Leaf -> tree -> Tree -> leaf -> Leaf; make it a std::weak_ptr
// CHECK: :[[#@LINE-3]]:{{[0-9]+}}: note: 'Tree::leaf' has to own: nothing else keeps what it gets here
