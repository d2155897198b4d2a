// The container is handed out by reference: the function's type changes with the
// field, and its calls are uses of it.
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
  std::vector<std::shared_ptr<Parent>> parents;
  const std::vector<std::shared_ptr<Parent>> &all() const { return parents; }
  auto &some();
  int sum() const;
};
auto &Child::some() { return parents; }
int Child::sum() const {
  int sum = 0;
  for (auto &p : all())
    sum += p->size;
  return sum;
}

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+  const std::vector<std::weak_ptr<Parent>> &all() const { return parents; }
// CHECK: {{^}}+  for (auto &weakP : all()) {
// CHECK-NEXT: {{^}}+    auto p = weakP.lock();
// CHECK: {{^}}+  }
// CHECK: {{^}}+  std::cout << child->sum() << all.front().lock()->size << child->some()[0].lock()->size << '\n';

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  auto &all = child->all();
  std::cout << child->sum() << all.front()->size << child->some()[0]->size << '\n';
}
