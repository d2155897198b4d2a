// Fields declared with `= nullptr`, `{}`, `{nullptr}`, `= {}`.
//
//     AssignedNull -> parent -> Parent -> first -> AssignedNull
//     (and three more classes in the same way)
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>

struct AssignedNull;
struct Braced;
struct BracedNull;
struct AssignedBraces;
struct Parent {
  int size = 3;
  std::shared_ptr<AssignedNull> first;
  std::shared_ptr<Braced> second;
  std::shared_ptr<BracedNull> third;
  std::shared_ptr<AssignedBraces> fourth;
};
struct AssignedNull {
  std::shared_ptr<Parent> parent = nullptr;
};
struct Braced {
  std::shared_ptr<Parent> parent{};
};
struct BracedNull {
  std::shared_ptr<Parent> parent{nullptr};
};
struct AssignedBraces {
  std::shared_ptr<Parent> parent = {};
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent = {};
// CHECK: {{^}}+  std::weak_ptr<Parent> parent{};
// CHECK: {{^}}+  std::weak_ptr<Parent> parent{};
// CHECK: {{^}}+  std::weak_ptr<Parent> parent = {};

int main() {
  auto parent = std::make_shared<Parent>();
  parent->first = std::make_shared<AssignedNull>();
  parent->second = std::make_shared<Braced>();
  parent->third = std::make_shared<BracedNull>();
  parent->fourth = std::make_shared<AssignedBraces>();
  std::cout << !parent->first->parent << !parent->second->parent
            << !parent->third->parent << !parent->fourth->parent << '\n';
  parent->first->parent = parent;
  parent->second->parent = parent;
  parent->third->parent = parent;
  parent->fourth->parent = parent;
}
