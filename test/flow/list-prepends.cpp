// RUN: %check_default %s -- %mock | count 0
//
// A list that prepends: the new head holds the old one.
//
//   Node -next-> Node

#include <memory>

class List {
public:
  void push(int value) {
    auto node = std::make_shared<Node>();
    node->value = value;
    node->next = head;
    head = node;
  }

private:
  struct Node {
    int value = 0;
    std::shared_ptr<Node> next;
  };
  std::shared_ptr<Node> head;
};
int main() {
  List list;
  list.push(1);
  list.push(2);
}
