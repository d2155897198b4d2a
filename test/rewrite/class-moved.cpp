// The class is copied and moved as before, and moves throw nothing.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  Child() = default;
  Child(const Child &) = default;
  Child(Child &&) = default;
  Child &operator=(Child &&) = default;
};
static_assert(std::is_nothrow_move_constructible<Child>::value, "");
static_assert(std::is_nothrow_move_assignable<Child>::value, "");

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+  std::cout << child->parent.lock()->size + copy.parent.lock()->size << '\n';

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  Child copy(*child), taken(std::move(*child));
  *child = std::move(taken);
  std::cout << child->parent->size + copy.parent->size << '\n';
}
