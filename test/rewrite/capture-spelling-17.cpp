// What has no name to write is deduced, since C++17.
//
//     Box -> onTick -> lambda -> box -> Box
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

template <typename F> struct Box {
  std::function<void()> onTick;
  F f;
};

// CHECK: {{^}}+  box->onTick = [weakBox = std::weak_ptr(box)] { auto box = weakBox.lock(); if (!box) return; std::cout << box->f() << '\n'; };

int main() {
  auto count = [n = 0]() mutable { return ++n; };
  auto box = std::make_shared<Box<decltype(count)>>(Box<decltype(count)>{{}, count});
  box->onTick = [box] { std::cout << box->f() << '\n'; };
  box->onTick();
}
