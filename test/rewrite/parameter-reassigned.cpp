// The parameter is given a new object before it is stored.
// So that hop cannot be weak, and the other one is named.
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
};
struct Child {
  std::shared_ptr<Parent> parent;
  void adopt(std::shared_ptr<Parent> whole) {
    whole = std::make_shared<Parent>(*whole);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
    parent = whole;
  }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  part->adopt(whole);
  whole->kids.push_back(part);
  part->parent = whole;
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
