// `g(*f)`: the function keeps the address of the object.
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
  std::vector<const Parent *> watched;
  void watch(const Parent &whole) { remember(&whole); }
  void remember(const Parent *whole) { watched.push_back(whole); }
};
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here may be kept by the function that takes it, and a weak pointer does not keep the object alive for that long
  void tell(Watcher &watcher) const { watcher.watch(*parent); }
};
