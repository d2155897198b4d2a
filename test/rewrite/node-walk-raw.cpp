// The way up by a raw pointer, which nothing would keep beyond its assignment.
//
//     Node -> up -> Node -> kids -> Node
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Node {
  int size = 3;
  std::shared_ptr<Node> up;
  std::vector<std::shared_ptr<Node>> kids;
  int depth() const {
    int depth = 0;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'up': what is read here is assigned to something that does not own it, and a weak pointer does not keep the object alive for that long
    for (const Node *node = this; node; node = node->up.get())
      ++depth;
    return depth;
  }
};

int main() {
  std::shared_ptr<Node> top(new Node), middle(new Node), low(new Node);
  middle->up = top;
  top->kids.push_back(middle);
  low->up = middle;
  middle->kids.push_back(low);
  std::cout << low->depth() << '\n';
}
