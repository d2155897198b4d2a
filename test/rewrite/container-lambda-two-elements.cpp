// A lambda that compares two elements locks them in the order of its
// parameters.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <algorithm>
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size;
  std::vector<std::shared_ptr<Child>> kids;
  explicit Parent(int size) : size(size) {}
};
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  void add(const std::shared_ptr<Parent> &parent) { parents.push_back(parent); }
  void sort() {
    std::sort(parents.begin(), parents.end(),
              [](const auto &left, const auto &right) {
                return left->size < right->size;
              });
  }
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+              [](const auto &weakLeft, const auto &weakRight) {
// CHECK-NEXT: {{^}}+                const auto left = weakLeft.lock();
// CHECK-NEXT: {{^}}+                const auto right = weakRight.lock();

int main() {
  std::shared_ptr<Parent> large(new Parent(2)), small(new Parent(1));
  std::shared_ptr<Child> child(new Child);
  child->add(large);
  child->add(small);
  large->kids.push_back(child);
  small->kids.push_back(child);
  child->sort();
  std::cout << child->parents.size() << large->size << '\n';
}
