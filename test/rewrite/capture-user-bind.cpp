// Functions of the user's that are called like a library's bind, and a lambda
// that is an argument of a real one.
//
//     Model -> changed -> lambda -> model -> Model
//     Free -> changed -> lambda -> free -> Free
//     Bound -> changed -> bind -> lambda -> bound -> Bound
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>

struct Model {
  std::function<void()> changed;
  int value = 0;
  void bind(std::function<void()> callback) { changed = std::move(callback); }
};
struct Free {
  std::function<void()> changed;
  int value = 0;
};
void bindTo(Free &free, std::function<void()> callback) {
  free.changed = std::move(callback);
}
struct Bound {
  std::function<void()> changed;
  int value = 0;
};

int main() {
  auto model = std::make_shared<Model>();
  // CHECK: {{^}}-  model->bind([model] { model->value = 3; });
  // CHECK-NEXT: {{^}}+  model->bind([weakModel = {{.*}}model{{.*}}] {
  model->bind([model] { model->value = 3; });
  auto free = std::make_shared<Free>();
  // CHECK: {{^}}-  bindTo(*free, [free] { free->value = 4; });
  bindTo(*free, [free] { free->value = 4; });
  auto bound = std::make_shared<Bound>();
  bound->changed = std::bind([bound](int n) { bound->value = n; }, 5);
  model->changed();
  free->changed();
  bound->changed();
  std::cout << model->value << free->value << bound->value << '\n';
}
