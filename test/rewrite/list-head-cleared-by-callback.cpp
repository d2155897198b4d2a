// A callback clears the head of a list, so that it may be null with a tail
// there: prev has to own.
//
//     Node -> prev -> Node -> next -> Node
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Node {
  int value;
  // CHECK: {{^}}+  std::weak_ptr<Node> next;
  std::shared_ptr<Node> next;
  std::shared_ptr<Node> prev;
  explicit Node(int v) : value(v) {}
};

struct List {
  std::shared_ptr<Node> head, tail;
  void push(int v) {
    auto node = std::make_shared<Node>(v);
    if (!head)
      head = node;
    if (tail) {
      tail->next = node;
      node->prev = tail;
    }
    tail = node;
  }
};

int main() {
  List list;
  std::function<void()> forget = [&list] { list.head.reset(); };
  list.push(1);
  list.push(2);
  forget();
  list.push(3);
  for (auto n = list.tail; n; n = n->prev)
    std::cout << n->value;
  std::cout << '\n';
}
