// The other owner is a queue's element, which is popped.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <deque>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};
struct Pool {
  std::deque<std::shared_ptr<Parent>> ready;
  void take(const std::shared_ptr<Child> &part) {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
    part->parent = ready.front();
    part->parent->kids.push_back(part);
    ready.pop_front();
  }
};
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
