// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A local class of a lambda that initialises a variable template.
//
//   Holder -one-> Local -other-> Holder

#include <memory>

template <typename T> int variable = [] {
  struct Local;
  struct Holder {
    std::shared_ptr<Local> one;
  };
  struct Local {
    T value;
    std::shared_ptr<Holder> other;
  };
  return int(sizeof(Holder));
}();
int used = variable<int>;
// CHECK: :[[@LINE-5]]:29: warning: 'Local::other' can keep its own owner alive: Local -> other -> Holder -> one -> Local; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:29: note: 'Local::other' holds 'Holder' directly
// CHECK: :[[@LINE-11]]:28: note: 'Holder::one' holds 'Local' directly
