// A destructor runs a callback, and the callback reads the field.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
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
struct Guard {
  std::function<void()> atEnd;
  ~Guard() { atEnd(); }
};
int main() {
  auto part = std::make_shared<Child>();
  Guard guard{[part] { part->siblings(); }};
  auto whole = std::make_shared<Parent>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  part->parent = whole;
  whole->kids.push_back(part);
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
