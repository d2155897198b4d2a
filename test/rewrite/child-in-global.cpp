// A function hands the child to another one, which keeps it in a global.
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
static std::vector<std::shared_ptr<Child>> all;
static void keep(std::shared_ptr<Child> part) { all.push_back(part); }
static void make() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  part->parent = whole;
  whole->kids.push_back(part);
  keep(part);
}
int main() {
  make();
  return all.front()->parent->kids.size() - 1;
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
