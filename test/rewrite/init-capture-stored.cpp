// `[p = f]` in a variable that is stored elsewhere. Once the capture is weak, the
// field can be, too.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %check_tidy %s -- -std=c++17 | FileCheck %s
#include <functional>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
  std::function<void()> changed;
};
struct Child {
  std::shared_ptr<Parent> parent;
  void watch() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this lambda captures a strong copy of it, which may close the cycle again
    auto changed = [whole = parent] { whole->kids.clear(); };
    changed();
    parent->changed = changed;
  }
};
