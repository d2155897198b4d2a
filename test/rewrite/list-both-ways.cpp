// A list that is linked both ways: its tail is set only with its head, so next
// keeps whatever prev leads to, whichever arm a call takes.
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
  std::shared_ptr<Node> pushBack(int v) {
    auto node = std::make_shared<Node>(v);
    if (!head) {
      head = tail = node;
    } else {
      node->prev = tail;
      tail->next = node;
      tail = node;
    }
    return node;
  }
  void pushFront(int v) {
    auto node = std::make_shared<Node>(v);
    if (head == nullptr) {
      head = tail = node;
      return;
    }
    node->next = head;
    head->prev = node;
    head = node;
  }
  void remove(const std::shared_ptr<Node> &node) {
    if (node->prev)
      node->prev->next = node->next;
    else
      head = node->next;
    if (node->next)
      node->next->prev = node->prev;
    else
      tail = node->prev;
  }
  void print() const {
    for (auto n = head; n; n = n->next)
      std::cout << n->value << ' ';
    for (auto n = tail; n; n = n->prev)
      std::cout << n->value << ' ';
    std::cout << '\n';
  }

private:
  std::shared_ptr<Node> head, tail;
};

int main() {
  List list;
  list.pushBack(1);
  auto second = list.pushBack(2);
  list.pushBack(3);
  list.pushFront(0);
  list.remove(second);
  list.pushBack(4);
  list.print();
}
