// An array of the language.
//
//     Child -> parents -> Parent -> kids -> Child
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
  std::shared_ptr<Parent> parents[2];
  void print() const {
    for (auto &p : parents)
      if (p)
        std::cout << p->size;
    for (int i = 0; i < 2; ++i)
      std::cout << !parents[i];
    std::cout << parents[0]->size << '\n';
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parents[2];
// CHECK: {{^}}+    for (auto &weakP : parents) {
// CHECK-NEXT: {{^}}+      auto p = weakP.lock();
// CHECK: {{^}}+    }
// CHECK: {{^}}+      std::cout << !parents[i].lock();
// CHECK-NEXT: {{^}}+    std::cout << parents[0].lock()->size << '\n';

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents[0] = parent;
  child->parents[1] = parent;
  // CHECK: {{^}}+  child->parents[1].reset();
  child->parents[1] = nullptr;
  child->print();
}
