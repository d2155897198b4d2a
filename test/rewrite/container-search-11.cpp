// Before C++14 a lambda writes its parameter's type.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
#include <iostream>
#include <list>
#include <memory>
#include <vector>

namespace family {
struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::list<std::shared_ptr<Parent>> parents;
  void forget(const std::shared_ptr<Parent> &p) { parents.remove(p); }
};
} // namespace family

// CHECK: {{^}}+  void forget(const std::shared_ptr<Parent> &p) { parents.remove_if([&](const std::weak_ptr<Parent> &weak) { return weak.lock() == p; }); }

int main() {
  auto parent = std::make_shared<family::Parent>();
  auto child = std::make_shared<family::Child>();
  parent->kids.push_back(child);
  child->parents.push_back(parent);
  child->forget(nullptr);
  std::cout << child->parents.size() << '\n';
}
