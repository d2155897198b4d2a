// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// One local class, several instantiations of its function: nothing is said
// twice.
//
//   Holder -one-> Local -other-> Holder

#include <memory>

template <typename T> void work() {
  struct Local;
  struct Holder {
    std::shared_ptr<Local> one;
  };
  struct Local {
    std::shared_ptr<Holder> other;
  };
  Holder holder;
}
template void work<int>();
template void work<char>();
// CHECK: :[[@LINE-6]]:29: warning: 'Local::other' can keep its own owner alive: Local -> other -> Holder -> one -> Local; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-7]]:29: note: 'Local::other' holds 'Holder' directly
// CHECK: :[[@LINE-11]]:28: note: 'Holder::one' holds 'Local' directly
