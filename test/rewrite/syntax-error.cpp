// A program that does not compile: the cycle is found, and nothing is fixed.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: cp %s %t.cpp
// RUN: %check_tidy --fix-errors %t.cpp -- -std=c++17 2>&1 | FileCheck %s
// RUN: diff %s %t.cpp
//
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  auto siblings() const { return parent->kids.size(); }
};
// CHECK: error: {{.*}}undeclared
int main() { return undeclared; }
