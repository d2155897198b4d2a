// A lambda in the function keeps the child in a global.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
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
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent':
  part->parent = whole;
  whole->kids.push_back(part);
  auto keep = [&] { kept = part; };
  keep();
}
int main() {
  make();
  return kept->parent->kids.size() - 1;
}
