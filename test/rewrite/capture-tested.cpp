// The body tests the pointer, which may be null: it must still run.
//
//     View -> draw -> lambda -> view -> View
//
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct View {
  std::function<void()> draw, erase, again;
  int n = 1;
};

void wire(View &into, std::shared_ptr<View> view) {
  into.draw = [view] {
    std::cout << "draw";
    if (view)
      std::cout << view->n;
  };
  into.erase = [view] { std::cout << (view != nullptr ? view->n : 0); };
  into.again = [view] { std::cout << (!view ? 9 : view->n); };
}

// CHECK: {{^}}+  into.draw = [weakView = std::weak_ptr<View>(view)] {
// CHECK-NEXT: {{^}}+    auto view = weakView.lock();
// CHECK: {{^}}+  into.erase = [weakView = std::weak_ptr<View>(view)] { auto view = weakView.lock(); std::cout << (view != nullptr ? view->n : 0); };
// CHECK-NEXT: {{^}}+  into.again = [weakView = std::weak_ptr<View>(view)] { auto view = weakView.lock(); std::cout << (!view ? 9 : view->n); };

int main() {
  auto view = std::make_shared<View>();
  View lonely;
  wire(*view, view);
  wire(lonely, nullptr);
  for (auto *each : {view.get(), &lonely}) {
    each->draw();
    each->erase();
    each->again();
  }
}
