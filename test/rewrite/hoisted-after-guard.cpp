// A scope guard on a member is undone after a local strong pointer has ended,
// which may have been the last.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <mutex>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  std::mutex mutex;
  int siblings() {
    std::lock_guard<std::mutex> lock(mutex);
    int n = 0;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this loop runs over what is read here, and a weak pointer does not keep the object alive for that long
    for (const auto &kid : parent->kids)
      n += kid.get() != this;
    return n;
  }
};
