// A list's tail is set together with its head, so the arm that finds a head and
// no tail is not taken: next keeps each node, and prev may be weak.
//
//   Node -next-> Node -prev-> Node
//
// RUN: %check_default %s -- -std=c++17 | FileCheck %s

#include <memory>

struct Node {
  std::shared_ptr<Node> next;
  // CHECK: :[[# @LINE + 1]]:{{[0-9]+}}: warning: 'Node::prev' keeps its own owner alive: {{.*}}; make it a std::weak_ptr
  std::shared_ptr<Node> prev;
};
struct List {
  std::shared_ptr<Node> head, tail;
  void append() {
    auto node = std::make_shared<Node>();
    if (!head) {
      head = tail = node;
    } else {
      node->prev = tail;
      tail->next = node;
      tail = node;
    }
  }
};
int main() {
  List list;
  list.append();
  list.append();
  list.append();
}
// CHECK-NOT: only owner
