// Nothing shows that the pointer is not null, so the body must still run.
//
//     View -> draw -> lambda -> view -> View
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct View {
  std::function<void()> draw;
  bool isVisible = false;
  int n = 1;
};

void wire(View &into, std::shared_ptr<View> view) {
  bool *visible = &into.isVisible;
  into.draw = [view, visible] {
    std::cout << "draw\n";
    if (*visible)
      std::cout << view->n;
  };
}

// CHECK: {{^}}+  into.draw = [weakView = std::weak_ptr<View>(view), visible] {
// CHECK-NEXT: {{^}}+    auto view = weakView.lock();

int main() {
  auto view = std::make_shared<View>();
  View lonely;
  wire(*view, view);
  wire(lonely, nullptr);
  view->draw();
  lonely.draw();
}
