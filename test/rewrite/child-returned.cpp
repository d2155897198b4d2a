// The child is returned and is then all that keeps its parent: weakening the way
// back would lose it, so the other hop is named.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'Parent::kids' keeps its own owner alive
  std::vector<std::shared_ptr<Child>> kids;
  // CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};
static std::shared_ptr<Child> make() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  part->parent = whole;
  whole->kids.push_back(part);
  return part;
}
int main() { return make()->parent->kids.size() - 1; }
