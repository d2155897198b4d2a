// Iterators of deduced type: `*it`, `(*it)->`, `it->get()`, erase, comparisons.
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
  void print() const {
    for (auto it = parents.begin(), end = parents.end(); it != end; ++it)
      if (*it)
        std::cout << (*it)->size << it->get()->size << '\n';
  }
  void drop(const std::shared_ptr<Parent> &gone) {
    for (auto it = parents.begin(); it != parents.end();)
      if (*it == gone)
        it = parents.erase(it);
      else
        ++it;
  }
  std::shared_ptr<Parent> last() const {
    auto it = parents.rbegin();
    return it == parents.rend() ? nullptr : *it;
  }
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK-NOT: {{^-.*}}for (
// CHECK: {{^}}+      if (it->lock())
// CHECK-NEXT: {{^}}+        std::cout << (*it).lock()->size << it->lock().get()->size << '\n';
// CHECK: {{^}}+      if (it->lock() == gone)
// CHECK: {{^}}+    return it == parents.rend() ? nullptr : it->lock();

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->parents.resize(2);
  child->print();
  child->drop(nullptr);
  std::cout << child->parents.size() << child->last()->size << '\n';
}
