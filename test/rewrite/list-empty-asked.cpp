// A list asks a function of its own whether it is empty, which tests its head.
//
//     Node -> prev -> Node -> next -> Node
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>

struct Node {
  int value;
  std::shared_ptr<Node> next;
  // CHECK: {{^}}+  std::weak_ptr<Node> prev;
  std::shared_ptr<Node> prev;
  explicit Node(int v) : value(v) {}
};

class List {
public:
  bool empty() const { return head == nullptr; }
  bool hasTail() const { return static_cast<bool>(tail); }
  void push(int v) {
    auto node = std::make_shared<Node>(v);
    if (empty())
      head = node;
    if (hasTail()) {
      tail->next = node;
      node->prev = tail;
    }
    tail = node;
  }
  void print() const {
    for (auto n = tail; n; n = n->prev)
      std::cout << n->value;
    std::cout << '\n';
  }

private:
  std::shared_ptr<Node> head, tail;
};

int main() {
  List list;
  list.push(1);
  list.push(2);
  list.push(3);
  list.print();
}
