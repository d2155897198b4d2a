// A cycle that is taken apart is none to report.
//
//     Parent -kid-> Child -parent-> Parent
//
// RUN: %clang_plugin %s -fsyntax-only 2>&1 | count 0
#include <memory>

struct Parent;
struct Child {
  std::shared_ptr<Parent> parent;
};
struct Parent {
  std::shared_ptr<Child> kid;
};
void visit() {
  auto parent = std::make_shared<Parent>();
  parent->kid = std::make_shared<Child>();
  parent->kid->parent = parent;
  parent->kid.reset();
}
