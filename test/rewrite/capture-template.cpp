// All instances of the template agree.
//
//     Node<T> -> visit, other -> lambda -> self -> Node<T>
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

template <typename T>
struct Node : std::enable_shared_from_this<Node<T>> {
  std::function<void()> visit, other;
  T value{};
  void start() {
    visit = [self = this->shared_from_this()] { self->value += 1; };
    std::shared_ptr<Node<T>> me = this->shared_from_this();
    other = [me] { me->value += 2; };
  }
};

template <typename T> void run() {
  auto node = std::shared_ptr<Node<T>>(new Node<T>);
  node->start();
  node->visit();
  node->other();
  std::cout << node->value << '\n';
}

// CHECK: {{^}}+    visit = [weakSelf = this->weak_from_this()] { auto self = weakSelf.lock(); if (!self) return; self->value += 1; };
// CHECK: {{^}}+    other = [weakMe = std::weak_ptr<Node<T>>(me)] { auto me = weakMe.lock(); if (!me) return; me->value += 2; };

int main() {
  run<int>();
  run<double>();
}
