// A worklist gives one node after the other, and a field of each is released.
//
//   Node -children-> Node -parent-> Node
//
// RUN: %check_default %s -- -std=c++17 -DHOW=0 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=1 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=2 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=3 | count 0
// RUN: %clangxx_lsan -std=c++17 -DHOW=0 %s -o %t0 && %lsan_env %t0
// RUN: %clangxx_lsan -std=c++17 -DHOW=1 %s -o %t1 && %lsan_env %t1
// RUN: %clangxx_lsan -std=c++17 -DHOW=2 %s -o %t2 && %lsan_env %t2
// RUN: %clangxx_lsan -std=c++17 -DHOW=3 %s -o %t3 && %lsan_env %t3
// Only the one that is looked for, only the first, only those that were chosen:
// RUN: %check_default %s -- -std=c++17 -DHOW=10 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DHOW=11 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DHOW=12 | FileCheck %s
// RUN: %clangxx_lsan -std=c++17 -DHOW=10 %s -o %t10 && not %lsan_env %t10
// RUN: %clangxx_lsan -std=c++17 -DHOW=11 %s -o %t11 && not %lsan_env %t11
// RUN: %clangxx_lsan -std=c++17 -DHOW=12 %s -o %t12 && not %lsan_env %t12

#include <memory>
#include <queue>
#include <stack>
#include <vector>

struct Node {
  int id = 0;
  // CHECK: :[[# @LINE + 1]]:{{[0-9]+}}: warning: 'Node::parent' keeps its own owner alive
  std::shared_ptr<Node> parent;
  std::vector<std::shared_ptr<Node>> children;
};
std::shared_ptr<Node> add(const std::shared_ptr<Node> &parent, int id) {
  auto node = std::make_shared<Node>();
  node->id = id;
  node->parent = parent;
  parent->children.push_back(node);
  return node;
}
void dispose(const std::shared_ptr<Node> &root, [[maybe_unused]] int id) {
#if HOW == 0
  std::stack<std::shared_ptr<Node>> todo;
  todo.push(root);
  while (!todo.empty()) {
    auto node = todo.top();
    todo.pop();
    for (auto &child : node->children)
      todo.push(child);
    node->parent.reset();
  }
#elif HOW == 1
  std::queue<Node *> todo;
  todo.push(root.get());
  while (!todo.empty()) {
    Node *node = todo.front();
    for (auto &child : node->children)
      todo.push(child.get());
    node->parent.reset();
    todo.pop();
  }
#elif HOW == 2
  std::vector<std::shared_ptr<Node>> all{root};
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto node = all[i];
    for (auto &child : node->children)
      all.push_back(child);
  }
  for (auto &node : all)
    node->children.clear();
#elif HOW == 3
  std::vector<std::shared_ptr<Node>> level{root};
  while (!level.empty()) {
    std::vector<std::shared_ptr<Node>> next;
    for (auto &node : level) {
      node->parent.reset();
      next.insert(next.end(), node->children.begin(), node->children.end());
    }
    level.swap(next);
  }
#elif HOW == 10
  std::stack<std::shared_ptr<Node>> todo;
  todo.push(root);
  while (!todo.empty()) {
    auto node = todo.top();
    todo.pop();
    for (auto &child : node->children)
      todo.push(child);
    if (node->id == id)
      node->parent.reset();
  }
#elif HOW == 11
  std::vector<std::shared_ptr<Node>> todo{root};
  while (!todo.empty()) {
    auto node = todo.back();
    todo.pop_back();
    for (auto &child : node->children)
      todo.push_back(child);
    root->parent.reset();
  }
#elif HOW == 12
  std::vector<std::shared_ptr<Node>> chosen;
  for (auto &child : root->children)
    if (child->id == id)
      chosen.push_back(child);
  for (auto &node : chosen)
    node->parent.reset();
#endif
}
int main() {
  auto root = std::make_shared<Node>();
  add(add(root, 1), 2);
  add(root, 3);
  dispose(root, 1);
}
