// What a local variable has after the third turn of a loop is not followed: the
// fourth one lets go of the first nodes, which prev alone keeps then.
//
//     Node -> prev -> Node -> next -> Node
//
// XFAIL: *
// RUN: %check_default %s -- -std=c++17 | FileCheck %s

#include <memory>

struct Node {
  std::shared_ptr<Node> next;
  std::shared_ptr<Node> prev;
};

int main() {
  std::shared_ptr<Node> head, tail, a, b, c, d;
  for (int i = 0; i < 7; ++i) {
    auto node = std::make_shared<Node>();
    if (!head)
      head = node;
    if (tail) {
      tail->next = node;
      node->prev = tail;
    }
    tail = node;
    if (d)
      head = node;
    d = c;
    c = b;
    b = a;
    a = node;
  }
}
// CHECK: note: 'Node::prev' {{has to own|is the only owner}}
