// `SP p(f)`, `SP p{f}`, `SP(f)`, `static_cast<SP>(f)`: unchanged they would build
// and throw where the field is empty.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t.11 | FileCheck %s
// RUN: %prove_fix --std=c++23 %s %t.23 | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
static void print(std::shared_ptr<Parent> whole) {
  std::cout << (whole ? whole->size : 0);
}
struct Child {
  std::shared_ptr<Parent> parent;
  void print() const {
    std::shared_ptr<Parent> inParentheses(parent);
    std::shared_ptr<Parent> inBraces{parent};
    auto cast = static_cast<std::shared_ptr<Parent>>(parent);
    ::print(inParentheses);
    ::print(inBraces);
    ::print(cast);
    ::print(std::shared_ptr<Parent>(parent));
    std::cout << '\n';
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    std::shared_ptr<Parent> inParentheses(parent.lock());
// CHECK-NEXT: {{^}}+    std::shared_ptr<Parent> inBraces{parent.lock()};
// CHECK-NEXT: {{^}}+    auto cast = static_cast<std::shared_ptr<Parent>>(parent.lock());
// CHECK: {{^}}+    ::print(std::shared_ptr<Parent>(parent.lock()));

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  child->print();
  Child().print();
}
