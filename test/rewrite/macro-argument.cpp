// Uses as a macro's argument are rewritten where they are written.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <cassert>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <vector>

#define CHECK_THAT(x)                                                          \
  do {                                                                         \
    if (!(x))                                                                  \
      std::abort();                                                            \
  } while (0)
#define TWICE(x) ((x) + (x))
#define INNER(x) (x)
#define OUTER(x) INNER(INNER(x) + 1)
struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  void print() const {
    assert(parent && "no parent");
    CHECK_THAT(parent);
    CHECK_THAT(parent != nullptr);
    std::cout << TWICE(parent->size) << OUTER(parent->size) << '\n';
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    assert(parent.lock() && "no parent");
// CHECK-NEXT: {{^}}+    CHECK_THAT(parent.lock());
// CHECK-NEXT: {{^}}+    CHECK_THAT(parent.lock() != nullptr);
// CHECK-NEXT: {{^}}+    std::cout << TWICE(parent.lock()->size) << OUTER(parent.lock()->size) << '\n';

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->print();
}
