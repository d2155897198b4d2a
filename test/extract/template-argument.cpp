// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// The argument closes the cycle: Slot<int> and Slot<Back> are harmless.
//
//   Owner -slot-> Slot<Owner> -content-> Owner

#include <memory>

template <typename T> struct Slot {
  std::shared_ptr<T> content;
};
struct Back {};
struct Owner {
  Slot<Owner> slot;
  Slot<Back> back;
  Slot<int> number;
};
// CHECK: :[[@LINE-8]]:22: warning: 'Slot::content' can keep its own owner alive: Slot<Owner> -> content -> Owner -> slot -> Slot<Owner>; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-9]]:22: note: 'Slot::content' holds 'Owner' directly
// CHECK: :[[@LINE-6]]:15: note: 'Owner::slot' holds 'Slot<Owner>' by value
