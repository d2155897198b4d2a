// The container is passed by reference to a function that is given no other.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::map<int, std::list<std::shared_ptr<Parent>>> parents;
  static void printAll(const std::list<std::shared_ptr<Parent>> &some) {
    for (auto &p : some)
      std::cout << p->size << some.size() << '\n';
  }
  void print() const { printAll(parents.at(1)); }
};

// CHECK: {{^}}+  std::map<int, std::list<std::weak_ptr<Parent>>> parents;
// CHECK: {{^}}+  static void printAll(const std::list<std::weak_ptr<Parent>> &some) {
// CHECK: {{^}}+    for (auto &weakP : some) {
// CHECK-NEXT: {{^}}+      auto p = weakP.lock();

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents[1].push_back(parent);
  child->print();
}
