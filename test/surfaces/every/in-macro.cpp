// What stands in a macro is shown where the macro is used.
//
//     Parent -kids-> Child -parent-> Parent
//
// RUN: %every_surface %s %t -- %mock | FileCheck %s --implicit-check-not=fixed:
#include <memory>
#include <vector>

#define OWNED(Type, Name) std::shared_ptr<Type> Name

struct Parent;
struct Child {
  // CHECK: in-macro.cpp:[[#@LINE+1]]:17: warning: 'Child::parent' keeps its own owner alive
  OWNED(Parent, parent);
};
struct Parent : std::enable_shared_from_this<Parent> {
  std::vector<std::shared_ptr<Child>> kids;
  void add(std::shared_ptr<Child> kid) {
    kid->parent = shared_from_this();
    kids.push_back(kid);
  }
};
// CHECK: note: no fix is offered for 'parent': it is declared in a macro
