// A deleter reads the field, whenever its pointer ends.
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
struct Closer {
  void operator()(Child *part) const { part->close(); }
};
int main() {
  auto part = std::make_shared<Child>();
  std::unique_ptr<Child, Closer> closer(part.get());
  auto whole = std::make_shared<Parent>();
  part->parent = whole;
  whole->kids.push_back(part);
}
