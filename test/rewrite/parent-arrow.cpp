// `f->m` becomes `f.lock()->m`.
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
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  void print() const { std::cout << parent->name << '\n'; }
};

// CHECK: warning: 'Child::parent' keeps its own owner alive: Child -> parent -> Parent -> kids -> Child; make it a std::weak_ptr to break the cycle
// CHECK: -  std::shared_ptr<Parent> parent;
// CHECK-NEXT: -  void print() const { std::cout << parent->name
// CHECK-NEXT: +  std::weak_ptr<Parent> parent;
// CHECK-NEXT: +  void print() const { std::cout << parent.lock()->name

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  child->print();
}
