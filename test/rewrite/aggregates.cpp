// `C{p}`, `C{nullptr}`, `C{}`, `C c = {p}`, nested braces.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  int id = 0;
};
struct Box {
  Child child;
  int weight;
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+  Child none{{[{][{][}]}}, 2}, empty{};
// CHECK-NEXT: {{^}}+  Box box{{[{][{][{][}]}}, 4}, 5};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  *child = Child{parent, 1};
  parent->kids.push_back(child);
  Child none{nullptr, 2}, empty{};
  Box box{{nullptr, 4}, 5};
  Child local = {parent, 6};
  std::cout << child->parent->size << none.id << empty.id << box.child.id
            << box.weight << local.id << '\n';
}
