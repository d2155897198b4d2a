// The pointee is complete only after the class.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++20 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Parent;
struct Child {
  std::shared_ptr<Parent> parent;
  ~Child();
  void setParent(const std::shared_ptr<Parent> &p) { parent = p; }
  bool isAlone() const { return !parent; }
  int size() const;
};
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
Child::~Child() = default;
int Child::size() const { return isAlone() ? 0 : parent->size; }

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+  bool isAlone() const { return !parent.lock(); }
// CHECK: {{^}}+int Child::size() const { return isAlone() ? 0 : parent.lock()->size; }

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->setParent(parent);
  parent->kids.push_back(child);
  std::cout << child->size() << '\n';
}
