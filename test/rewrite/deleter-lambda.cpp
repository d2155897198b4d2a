// A deleter that is a lambda reads the field.
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
  int siblings = 0;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': a destructor may run this, and a weak pointer to an object that is being destroyed is empty
  void close() { siblings = parent->kids.size(); }
};
int main() {
  auto part = std::make_shared<Child>();
  std::unique_ptr<Child, void (*)(Child *)> closer(
      part.get(), [](Child *child) { child->close(); });
  auto whole = std::make_shared<Parent>();
  part->parent = whole;
  whole->kids.push_back(part);
}
