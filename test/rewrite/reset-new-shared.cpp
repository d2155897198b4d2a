// `f.reset(new T)` where others soon hold the object too: the field is its first
// owner all the same, and a weak one would not keep it until then.
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
  void adopt(std::vector<std::shared_ptr<Parent>> &all) {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
    parent.reset(new Parent);
    all.push_back(parent);
  }
};
int main() {
  std::vector<std::shared_ptr<Parent>> all;
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  part->adopt(all);
  whole->kids.push_back(part);
  part->parent = whole;
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
