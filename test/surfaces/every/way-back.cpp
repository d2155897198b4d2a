// The way back to the owner is fixed in place.
//
//     Parent -kids-> Child -parent-> Parent
//
// RUN: %every_surface %s %t -- %mock | FileCheck %s
#include <memory>
#include <vector>

struct Parent;
struct Child {
  // CHECK: way-back.cpp:[[#@LINE+1]]:27: warning: 'Child::parent' keeps its own owner alive: Child -> parent -> Parent -> kids -> Child; make it a std::weak_ptr to break the cycle
  std::shared_ptr<Parent> parent;
};
struct Parent : std::enable_shared_from_this<Parent> {
  std::vector<std::shared_ptr<Child>> kids;
  int size = 0;
  void add(std::shared_ptr<Child> kid) {
    // CHECK: way-back.cpp:[[#@LINE+1]]:17: note: here 'Child::parent' gets its 'Parent'
    kid->parent = shared_from_this();
    // CHECK: way-back.cpp:[[#@LINE+1]]:10: note: here 'Parent::kids' gets its 'Child'
    kids.push_back(kid);
  }
};
int sizeOfFamily(const Child &kid) { return kid.parent->size; }
// CHECK:      fixed:
// CHECK-NEXT: -std::shared_ptr<Parent> parent;
// CHECK-NEXT: +std::weak_ptr<Parent> parent;
// CHECK-NEXT: -int sizeOfFamily(const Child &kid) { return kid.parent->size; }
// CHECK-NEXT: +int sizeOfFamily(const Child &kid) { return kid.parent.lock()->size; }
