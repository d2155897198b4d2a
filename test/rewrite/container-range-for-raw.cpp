// The element's raw pointer goes to a function that only reads it.
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
static int sizeOf(const Parent *parent) { return parent->size; }
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  void add(const std::shared_ptr<Parent> &parent) { parents.push_back(parent); }
  int count() const {
    int n = 0;
    for (auto &parent : parents)
      n += sizeOf(parent.get());
    return n;
  }
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+    for (auto &weakParent : parents) {
// CHECK-NEXT: {{^}}+      auto parent = weakParent.lock();

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->add(parent);
  parent->kids.push_back(child);
  std::cout << child->count() << '\n';
}
