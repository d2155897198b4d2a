// The head of a list is set only by a node of a derived class, and whether a
// node is one is not known from where it was made.
//
//     Node -> prev -> Node -> next -> Node
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <iostream>
#include <memory>

struct Node {
  virtual ~Node() = default;
  int value;
  std::shared_ptr<Node> next;
  std::shared_ptr<Node> prev;
  explicit Node(int v) : value(v) {}
};
struct Special : Node {
  using Node::Node;
};

static std::shared_ptr<Special> special(const std::shared_ptr<Node> &node) {
  return std::dynamic_pointer_cast<Special>(node);
}

struct List {
  std::shared_ptr<Node> head, tail;
  void push(const std::shared_ptr<Node> &node) {
    auto found = special(node);
    if (found && !head)
      head = node;
    if (tail) {
      tail->next = node;
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Node::prev' is the only owner
      node->prev = tail;
    }
    tail = node;
  }
};

int main() {
  List list;
  list.push(std::make_shared<Node>(1));
  list.push(std::make_shared<Node>(2));
  list.push(std::make_shared<Node>(3));
  for (auto n = list.tail; n; n = n->prev)
    std::cout << n->value;
  std::cout << '\n';
}
