// In another file the parameter may be no shared pointer.
//
//     Node<T> -> visit -> lambda -> me -> Node<T>
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

template <typename T> struct Node {
  std::function<void()> visit;
  T value{};
};

template <typename P> void start(P me) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'me': its type depends on a template parameter, so it may be something else in other files
  me->visit = [me] { me->value += 1; };
}

int main() {
  auto node = std::make_shared<Node<int>>();
  start(node);
  node->visit();
  std::cout << node->value << '\n';
}
