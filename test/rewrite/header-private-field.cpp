// A private field of a class in a header, whose members are defined elsewhere.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %check_tidy %s -- -std=c++17 | FileCheck %s
//
#include "Inputs/private-field.h"

// CHECK: private-field.h:[[#]]:[[#]]: warning: 'Child::parent'
// CHECK: private-field.h:[[#]]:[[#]]: note: no fix is offered for 'parent', which may be used by members and friends of its class that are defined in other files
unsigned long Child::siblings() const { return parent->kids.size(); }
