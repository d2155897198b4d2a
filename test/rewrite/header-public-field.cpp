// A public field of a class in a header: other files may use it.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %check_tidy %s -- -std=c++17 | FileCheck %s
//
#include "Inputs/public-field.h"

// CHECK: public-field.h:[[#]]:[[#]]: warning: 'Child::parent' keeps
// CHECK: public-field.h:[[#]]:[[#]]: note: no fix is offered for 'parent': it is not private and its class is in a header, so other files may use it
void adopt(const std::shared_ptr<Parent> &whole) {
  auto part = std::make_shared<Child>();
  part->parent = whole;
  whole->kids.push_back(part);
}
unsigned long siblings(const Child &child) { return child.parent->kids.size(); }
