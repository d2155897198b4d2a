// `if (f)`, `!f`, `f && ...`, `f ? :`, casts to bool, `f == nullptr`, `f == g`.
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
  void print(const Child &other) const {
    if (parent)
      std::cout << "if ";
    std::cout << !parent << (parent && parent->size) << (parent ? 1 : 2);
    std::cout << static_cast<bool>(parent) << bool(parent);
    std::cout << (parent == nullptr) << (parent != nullptr);
    std::cout << (parent == other.parent) << (parent != other.parent) << '\n';
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    if (parent.lock())
// CHECK: {{^}}+    std::cout << !parent.lock() << (parent.lock() && parent.lock()->size) << (parent.lock() ? 1 : 2);
// CHECK-NEXT: {{^}}+    std::cout << static_cast<bool>(parent.lock()) << bool(parent.lock());
// CHECK-NEXT: {{^}}+    std::cout << (parent.lock() == nullptr) << (parent.lock() != nullptr);
// CHECK-NEXT: {{^}}+    std::cout << (parent.lock() == other.parent.lock()) << (parent.lock() != other.parent.lock()) << '\n';

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  Child alone;
  child->print(*child);
  child->print(alone);
  alone.print(*child);
}
