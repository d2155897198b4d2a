// A destructor makes a virtual call, and the override reads the field.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Part {
  virtual ~Part() = default;
  virtual void close() = 0;
};
struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child : Part {
  std::shared_ptr<Parent> parent;
  int siblings = 0;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': a destructor may run this, and a weak pointer to an object that is being destroyed is empty
  void close() override { siblings = parent->kids.size(); }
};
struct Guard {
  std::shared_ptr<Part> part;
  ~Guard() { part->close(); }
};
