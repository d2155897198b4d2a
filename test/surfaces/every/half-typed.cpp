// In code that does not compile the cycle still shows, and nothing is fixed.
//
//     Parent -kids-> Child -parent-> Parent
//
// RUN: %every_surface %s %t -- %mock | FileCheck %s --implicit-check-not=fixed:
#include <memory>
#include <vector>

struct Parent;
struct Child {
  // CHECK: half-typed.cpp:[[#@LINE+1]]:27: warning: 'Child::parent' keeps its own owner alive
  std::shared_ptr<Parent> parent;
};
struct Parent : std::enable_shared_from_this<Parent> {
  std::vector<std::shared_ptr<Child>> kids;
  void add(std::shared_ptr<Child> kid) {
    kid->parent = shared_from_this();
    kids.push_back(kid);
  }
};
// CHECK: note: no fix is offered for 'parent': the file does not compile
void unfinished() { Parent parent; parent.
