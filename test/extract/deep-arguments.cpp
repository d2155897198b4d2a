// RUN: %check_tidy %s -- %mock | FileCheck %s --implicit-check-not='error:' \
// RUN:   --implicit-check-not=' warning:'

// Template arguments nested five hundred deep.
//
//   Owner -parts-> Deep -owner-> Owner

#include <memory>
#include <vector>

template <typename T, int Depth> struct Nested {
  using Type = std::vector<typename Nested<T, Depth - 1>::Type>;
};
template <typename T> struct Nested<T, 0> {
  using Type = T;
};

struct Deep;
struct Owner {
  Nested<std::shared_ptr<Deep>, 500>::Type parts;
};
struct Deep {
  std::shared_ptr<Owner> owner;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Deep::owner' can keep its own owner alive: Deep -> owner -> Owner -> parts -> Deep; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Deep::owner' holds 'Owner' directly
// CHECK: :[[@LINE-7]]:44: note: 'Owner::parts' holds 'Deep' as element of vector, element of vector,
