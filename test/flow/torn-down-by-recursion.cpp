// A function that goes on to what it was given holds, and releases a field of
// each.
//
//   Node -children-> Node -parent-> Node
//   Node -left-> Node -parent-> Node
//
// RUN: %check_default %s -- -std=c++17 -DHOW=0 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=1 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=2 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=3 | count 0
// RUN: %clangxx_lsan -std=c++17 -DHOW=0 %s -o %t0 && %lsan_env %t0
// RUN: %clangxx_lsan -std=c++17 -DHOW=1 %s -o %t1 && %lsan_env %t1
// RUN: %clangxx_lsan -std=c++17 -DHOW=2 %s -o %t2 && %lsan_env %t2
// RUN: %clangxx_lsan -std=c++17 -DHOW=3 %s -o %t3 && %lsan_env %t3
// Only the one that is looked for; without going on:
// RUN: %check_default %s -- -std=c++17 -DHOW=10 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DHOW=11 | FileCheck %s
// RUN: %clangxx_lsan -std=c++17 -DHOW=10 %s -o %t10 && not %lsan_env %t10
// RUN: %clangxx_lsan -std=c++17 -DHOW=11 %s -o %t11 && not %lsan_env %t11

#include <functional>
#include <memory>

struct Node {
  int id = 0;
  // CHECK: :[[# @LINE + 1]]:{{[0-9]+}}: warning: 'Node::parent' keeps its own owner alive
  std::shared_ptr<Node> parent;
  std::shared_ptr<Node> left, right;
};
std::shared_ptr<Node> below(const std::shared_ptr<Node> &parent, int id) {
  auto node = std::make_shared<Node>();
  node->id = id;
  node->parent = parent;
  return node;
}
#if HOW == 0
void cut(const std::shared_ptr<Node> &node, int) {
  if (!node)
    return;
  cut(node->left, 0);
  cut(node->right, 0);
  node->parent.reset();
}
#elif HOW == 1
void cut(const std::shared_ptr<Node> &root, int) {
  std::function<void(Node *)> each = [&](Node *node) {
    if (node->left)
      each(node->left.get());
    if (node->right)
      each(node->right.get());
    node->parent.reset();
  };
  each(root.get());
}
#elif HOW == 2
struct Visitor {
  virtual ~Visitor() = default;
  virtual void visit(Node &node) = 0;
};
struct Cutter : Visitor {
  void visit(Node &node) override { node.parent.reset(); }
};
void accept(Node &node, Visitor &visitor) {
  if (node.left)
    accept(*node.left, visitor);
  if (node.right)
    accept(*node.right, visitor);
  visitor.visit(node);
}
void cut(const std::shared_ptr<Node> &root, int) {
  Cutter cutter;
  accept(*root, cutter);
}
#elif HOW == 3
void cut(const std::shared_ptr<Node> &node, int);
void cutBoth(const std::shared_ptr<Node> &node) {
  cut(node->left, 0);
  cut(node->right, 0);
}
void cut(const std::shared_ptr<Node> &node, int) {
  if (!node)
    return;
  cutBoth(node);
  node->parent.reset();
}
#elif HOW == 10
void cut(const std::shared_ptr<Node> &node, int id) {
  if (!node)
    return;
  cut(node->left, id);
  cut(node->right, id);
  if (node->id == id)
    node->parent.reset();
}
#elif HOW == 11
void cut(const std::shared_ptr<Node> &node, int) { node->parent.reset(); }
#endif
int main() {
  auto root = std::make_shared<Node>();
  root->left = below(root, 1);
  root->right = below(root, 2);
  root->left->left = below(root->left, 3);
  cut(root, 1);
}
