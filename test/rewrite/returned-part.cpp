// `return f->m`: a copy needs nothing of the object later.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <string>
#include <vector>

struct Child;
struct Parent {
  std::string name = "whole";
  const std::string &title() const { return name; }
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  std::string name() const { return parent->name; }
  std::string title() const { return parent->title(); }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  std::string name() const { return parent.lock()->name; }
// CHECK-NEXT: {{^}}+  std::string title() const { return parent.lock()->title(); }

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  std::cout << child->name() << child->title() << '\n';
}
