// A destructor calls through a pointer to member.
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
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': a destructor may get here
  void close() { siblings = parent->kids.size(); }
};
struct Guard {
  Child &part;
  void (Child::*atEnd)();
  ~Guard() { (part.*atEnd)(); }
};
int main() {
  auto part = std::make_shared<Child>();
  Guard guard{*part, &Child::close};
  auto whole = std::make_shared<Parent>();
  part->parent = whole;
  whole->kids.push_back(part);
}
