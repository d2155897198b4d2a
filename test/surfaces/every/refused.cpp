// A use that cannot be rewritten: a warning with the reason, and no fix.
//
//     Parent -kids-> Child -parent-> Parent
//
// RUN: %every_surface %s %t -- %mock | FileCheck %s --implicit-check-not=fixed:
#include <memory>
#include <vector>

struct Parent;
struct Child {
  // CHECK: refused.cpp:[[#@LINE+1]]:27: warning: 'Child::parent' keeps its own owner alive
  std::shared_ptr<Parent> parent;
  // CHECK: refused.cpp:[[#@LINE+1]]:45: note: no fix is offered for 'parent': its address is taken
  std::shared_ptr<Parent> *slot() { return &parent; }
};
struct Parent : std::enable_shared_from_this<Parent> {
  std::vector<std::shared_ptr<Child>> kids;
  void add(std::shared_ptr<Child> kid) {
    kid->parent = shared_from_this();
    kids.push_back(kid);
  }
};
