// A program that does not compile: clang-tidy finds the cycle, but fixes
// nothing.
// RUN: not %check_tidy %s -- -std=c++17 2>&1 | FileCheck %s --implicit-check-not=lock
//
//     Child -> parent -> Parent -> kids -> Child
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
