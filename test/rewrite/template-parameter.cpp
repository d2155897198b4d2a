// A use through a template's parameter, which is the class of the field in all
// instances, and all are in this file.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};
template <typename T> auto siblings(const T &child) {
  // CHECK: {{^}}+  return child.parent.lock()->kids.size();
  return child.parent->kids.size();
}
unsigned long siblingsOf(const Child &child) { return siblings(child); }
int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  return siblingsOf(*child) == 1 ? 0 : 1;
}
