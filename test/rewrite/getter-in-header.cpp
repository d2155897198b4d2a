// A public getter of a class in a header: other files may call it.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %check_tidy %s -- -std=c++17 | FileCheck %s
//
#include "Inputs/getter.h"

// CHECK: getter.h:10:[[#]]: warning: 'Child::parent' keeps
// CHECK: getter.h:14:[[#]]: note: no fix is offered for 'parent': a reference to it is returned, and other files may call 'whole'
void adopt(const std::shared_ptr<Parent> &whole) {
  auto part = std::make_shared<Child>();
  part->setParent(whole);
  whole->kids.push_back(part);
}
