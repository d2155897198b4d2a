// Uses in lambdas that capture the object.
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
  void print() const {
    auto size = [this] { return parent->size; };
    auto whole = [&] { return parent; };
    std::cout << size() << whole()->size << '\n';
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    auto size = [this] { return parent.lock()->size; };
// CHECK-NEXT: {{^}}+    auto whole = [&] { return parent.lock(); };

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  child->print();
}
