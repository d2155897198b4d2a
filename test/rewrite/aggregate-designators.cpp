// `C{.f = p}`, `C{.f = nullptr}`.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  int id = 0;
  std::shared_ptr<Parent> parent;
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NOT: {{^[-+].*}}.parent = parent
// CHECK: {{^}}+  Child none{.id = 2, .parent = {}};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  *child = Child{.id = 1, .parent = parent};
  parent->kids.push_back(child);
  Child none{.id = 2, .parent = nullptr};
  std::cout << child->parent->size << none.id << '\n';
}
