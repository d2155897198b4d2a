// const belongs to the type of the weak pointer too.
//
//     Model -> show, list -> lambda -> model -> Model
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <vector>

template <typename T> struct Model {
  std::function<void()> show;
  std::vector<std::function<void()>> list;
  T n = 4;
};

void wire(Model<int> &into, const std::shared_ptr<const Model<int>> &model) {
  into.show = [model] { std::cout << model->n; };
}

// CHECK: {{^}}+  into.show = [weakModel = std::weak_ptr<const Model<int>>(model)] { auto model = weakModel.lock(); if (!model) return; std::cout << model->n; };
// CHECK: {{^}}+  model->list.push_back([weakSame = std::weak_ptr<Model<int> const>(same)] { auto same = weakSame.lock(); if (!same) return; std::cout << same->n << '\n'; });

int main() {
  auto model = std::make_shared<Model<int>>();
  wire(*model, model);
  std::shared_ptr<Model<int> const> same = model;
  model->list.push_back([same] { std::cout << same->n << '\n'; });
  model->show();
  model->list.front()();
}
