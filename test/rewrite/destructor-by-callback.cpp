// A destructor runs a callback, and the callback reads the field.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <functional>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': a destructor may get here
  auto siblings() const { return parent->kids.size(); }
};
struct Guard {
  std::function<void()> atEnd;
  ~Guard() { atEnd(); }
};
int main() {
  auto part = std::make_shared<Child>();
  Guard guard{[part] { part->siblings(); }};
  auto whole = std::make_shared<Parent>();
  part->parent = whole;
  whole->kids.push_back(part);
}
