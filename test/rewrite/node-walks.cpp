// The way up of a tree, as far as it goes and two steps.
//
//     Node -> up -> Node -> kids -> Node
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Node {
  int size = 3;
  std::shared_ptr<Node> up;
  std::vector<std::shared_ptr<Node>> kids;
  int depth() const {
    int depth = 0;
    for (auto node = up; node; node = node->up)
      ++depth;
    return depth;
  }
  int same() const {
    int depth = 0;
    std::shared_ptr<Node> node = up;
    while (node) {
      ++depth;
      node = node->up;
    }
    return depth;
  }
  std::shared_ptr<Node> grand() const { return up->up; }
};

// CHECK: {{^}}+  std::weak_ptr<Node> up;
// CHECK: {{^}}+    for (auto node = up.lock(); node; node = node->up.lock())
// CHECK: {{^}}+    std::shared_ptr<Node> node = up.lock();
// CHECK: {{^}}+      node = node->up.lock();
// CHECK: {{^}}+  std::shared_ptr<Node> grand() const { return up.lock()->up.lock(); }

int main() {
  std::shared_ptr<Node> top(new Node), middle(new Node), low(new Node);
  middle->up = top;
  top->kids.push_back(middle);
  low->up = middle;
  middle->kids.push_back(low);
  std::cout << low->depth() << low->same() << low->grand()->size << '\n';
}
