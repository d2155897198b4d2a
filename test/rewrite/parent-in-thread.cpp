// A thread copies the pointer and keeps the object as long as it runs.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++17 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <thread>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  void print() const { std::cout << size; }
  std::vector<std::shared_ptr<Child>> kids;
};
static void show(std::shared_ptr<Parent> p) { std::cout << p->size << '\n'; }
struct Child {
  std::shared_ptr<Parent> parent;
  void print() const {
    std::thread first(&Parent::print, parent);
    first.join();
    std::thread second(show, parent);
    second.join();
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    std::thread first(&Parent::print, parent.lock());
// CHECK: {{^}}+    std::thread second(show, parent.lock());

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->print();
}
