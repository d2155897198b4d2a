// A lambda in the function keeps the child in a global.
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
static std::shared_ptr<Child> kept;
static void make() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  part->parent = whole;
  whole->kids.push_back(part);
  auto keep = [&] { kept = part; };
  keep();
}
int main() {
  make();
  bool isWhole = kept->parent->kids.size() == 1;
  kept.reset();
  return !isWhole;
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
