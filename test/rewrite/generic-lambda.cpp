// A use in a generic lambda, which is called for the class of the field alone.
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
unsigned long siblings(const Child &child) {
  // CHECK: {{^}}+  auto count = [](const auto &c) { return c.parent.lock()->kids.size(); };
  auto count = [](const auto &c) { return c.parent->kids.size(); };
  return count(child);
}
int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  return siblings(*child) == 1 ? 0 : 1;
}
