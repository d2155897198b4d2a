// `[p = f]` of a closure that is only called, here or by an algorithm.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <algorithm>
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
    auto size = [whole = parent] { return whole->size; };
    std::cout << size() << [whole = parent] { return whole->size; }();
    std::vector<int> sizes{1, 2, 3};
    std::cout << std::count_if(sizes.begin(), sizes.end(),
                               [p = parent](int s) { return s == p->size; })
              << '\n';
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    auto size = [whole = parent.lock()] { return whole->size; };
// CHECK-NEXT: {{^}}+    std::cout << size() << [whole = parent.lock()] { return whole->size; }();
// CHECK: {{^}}+                               [p = parent.lock()](int s) { return s == p->size; })

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->print();
}
