// A function keeps the address of what it takes by const reference.
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
struct Watcher {
  const std::shared_ptr<Parent> *watched = nullptr;
  void watch(const std::shared_ptr<Parent> &whole) { watched = &whole; }
};
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is passed by reference to 'watch', which may keep the reference
  void tell(Watcher &watcher) const { watcher.watch(parent); }
};
