// A list linked both ways: the way back becomes weak.
//
//     Node -> previous -> Node -> next -> Node
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>

struct Node {
  int value;
  std::shared_ptr<Node> next;
  std::shared_ptr<Node> previous;
  explicit Node(int v) : value(v) {}
};

// CHECK: {{^}}+  std::weak_ptr<Node> previous;
// CHECK: {{^}}+  std::cout << first->next->previous.lock()->value

int main() {
  auto first = std::make_shared<Node>(1);
  auto second = std::make_shared<Node>(2);
  first->next = second;
  second->previous = first;
  std::cout << first->next->previous->value
            << first->next->value << '\n';
}
