// A private field of a class in a header, whose members are defined elsewhere.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %check_tidy %s -- -std=c++17 | FileCheck %s
//
#include "Inputs/private-field.h"

// CHECK: private-field.h:[[#]]:[[#]]: warning: 'Child::parent' keeps
// CHECK: private-field.h:[[#]]:[[#]]: note: no fix is offered for 'parent': members and friends of its class are defined in other files, and may use it
void Child::setParent(const std::shared_ptr<Parent> &whole) { parent = whole; }
void adopt(const std::shared_ptr<Parent> &whole) {
  auto part = std::make_shared<Child>();
  part->setParent(whole);
  whole->kids.push_back(part);
}
