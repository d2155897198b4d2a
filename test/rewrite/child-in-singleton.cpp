// A function keeps the child in the static of another function.
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
struct Registry {
  std::vector<std::shared_ptr<Child>> all;
  static Registry &instance() {
    static Registry registry;
    return registry;
  }
};
static void make() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  part->parent = whole;
  whole->kids.push_back(part);
  Registry::instance().all.push_back(part);
}
int main() {
  make();
  return Registry::instance().all.front()->parent->kids.size() - 1;
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
