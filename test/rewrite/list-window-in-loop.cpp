// A list that lets go of its first nodes once it is long enough, which no turn
// of the loop does that is followed one by one: prev is the last owner then.
//
//     Node -> prev -> Node -> next -> Node
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <iostream>
#include <memory>

struct Node {
  int value;
  std::shared_ptr<Node> next;
  std::shared_ptr<Node> prev;
  explicit Node(int v) : value(v) {}
};

struct List {
  std::shared_ptr<Node> head, tail, one, two, three;
  void push(int v) {
    auto node = std::make_shared<Node>(v);
    if (!head)
      head = node;
    if (tail) {
      tail->next = node;
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Node::prev' {{has to own|is the only owner}}
      node->prev = tail;
    }
    tail = node;
    if (three) {
      head.reset();
      one.reset();
      two.reset();
      three.reset();
    } else if (two) {
      three = std::make_shared<Node>(0);
    } else if (one) {
      two = std::make_shared<Node>(0);
    } else {
      one = std::make_shared<Node>(0);
    }
  }
};

int main() {
  List list;
  for (int i = 0; i < 9; ++i)
    list.push(i);
  for (auto n = list.tail; n; n = n->prev)
    std::cout << n->value;
  std::cout << '\n';
}
