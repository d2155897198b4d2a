// The field receives shared_from_this() of an owner that somebody keeps.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

class Child;
class Parent : public std::enable_shared_from_this<Parent> {
  std::vector<std::shared_ptr<Child>> kids;

public:
  int size() const { return kids.size(); }
  void add(const std::shared_ptr<Child> &child);
  void addTwice(const std::shared_ptr<Child> &child) {
    add(child);
    this->add(child);
  }
};
class Child {
  std::shared_ptr<Parent> parent;

public:
  void setParent(std::shared_ptr<Parent> p) { parent = std::move(p); }
  int siblings() const { return parent->size(); }
};
inline void Parent::add(const std::shared_ptr<Child> &child) {
  child->setParent(shared_from_this());
  kids.push_back(child);
}

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+  void setParent(std::shared_ptr<Parent> p) { parent = p; }
// CHECK-NEXT: {{^}}+  int siblings() const { return parent.lock()->size(); }

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->add(child);
  parent->addTwice(child);
  std::cout << child->siblings() << '\n';
}
