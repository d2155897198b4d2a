// RUN: %check_tidy %s -- -std=c++17 2>&1 | FileCheck %s \
// RUN:   --implicit-check-not='PLEASE submit' --implicit-check-not='error:'

// A condition chooses the container that a method is called on.

#include <map>
#include <memory>

// Node -next-> Node
struct Node {
  // CHECK: :[[#@LINE+1]]:25: warning: 'Node::next'
  std::shared_ptr<Node> next;
};

struct Registry {
  std::map<int, std::shared_ptr<Node>> *left;
  std::map<int, std::shared_ptr<Node>> *right;

  void add(bool isLeft, int key, std::shared_ptr<Node> node) {
    if ((isLeft ? left : right)->count(key) == 0)
      (isLeft ? left : right)->emplace(key, node);
  }
  void exchange(bool isLeft, std::map<int, std::shared_ptr<Node>> &other) {
    (isLeft ? left : right)->swap(other);
  }
};

void closeCycle() {
  auto node = std::make_shared<Node>();
  node->next = node;
}
