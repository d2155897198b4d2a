// A destructor calls through a pointer to member.
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
  int siblings = 0;
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
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  part->parent = whole;
  whole->kids.push_back(part);
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
