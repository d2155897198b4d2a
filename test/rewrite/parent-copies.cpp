// `auto p = f`, `if (auto p = f)`, `return f`, and arguments: strong copies.
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
static int byValue(std::shared_ptr<Parent> p) { return p->size; }
struct Child {
  std::shared_ptr<Parent> parent;
  std::shared_ptr<Parent> whole() const { return parent; }
  void print() const {
    auto copy = parent;
    std::shared_ptr<Parent> direct(parent), braced{parent};
    if (auto tested = parent)
      std::cout << tested->size << copy->size << direct->size << braced->size;
    std::vector<std::shared_ptr<Parent>> all;
    all.push_back(parent);
    std::cout << byValue(parent) << all.size() << '\n';
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  std::shared_ptr<Parent> whole() const { return parent.lock(); }
// CHECK: {{^}}+    auto copy = parent.lock();
// CHECK-NEXT: {{^}}+    std::shared_ptr<Parent> direct(parent.lock()), braced{parent.lock()};
// CHECK-NEXT: {{^}}+    if (auto tested = parent.lock())
// CHECK: {{^}}+    all.push_back(parent.lock());
// CHECK-NEXT: {{^}}+    std::cout << byValue(parent.lock()) << all.size() << '\n';

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  child->print();
  std::cout << child->whole()->size << '\n';
}
