// Functions in sight that only use the raw pointer while they run.
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
static int sizeOf(const Parent *whole) {
  const Parent *same = nullptr;
  same = whole;
  return same ? same->size : 0;
}
static void grow(Parent *whole) {
  whole->size += sizeOf(whole);
  auto again = [whole] { whole->size++; };
  again();
}
struct Child {
  std::shared_ptr<Parent> parent;
  void print() const {
    grow(parent.get());
    std::cout << sizeOf(parent.get()) << sizeOf(&*parent) << '\n';
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    grow(parent.lock().get());
// CHECK-NEXT: {{^}}+    std::cout << sizeOf(parent.lock().get()) << sizeOf(&*parent.lock()) << '\n';

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->print();
}
