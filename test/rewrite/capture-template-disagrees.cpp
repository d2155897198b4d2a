// The result differs between the instances, and so would the texts.
//
//     Node -> run -> lambda -> node -> Node
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Node {
  std::function<void()> run;
  int calls = 0;
};

template <typename F> void start(std::shared_ptr<Node> node, F f) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'node': the instances of this template would need different fixes
  node->run = [node, f] { return f(*node); };
}

int main() {
  auto first = std::make_shared<Node>(), second = std::make_shared<Node>();
  start(first, [](Node &n) { ++n.calls; });
  start(second, [](Node &n) { return ++n.calls; });
  first->run();
  second->run();
  std::cout << first->calls << second->calls << '\n';
}
