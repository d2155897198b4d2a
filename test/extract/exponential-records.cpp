// RUN: %check_tidy %s -- %mock >%t
// RUN: awk 'length > 5000 { exit 1 }' %t
// RUN: FileCheck %s --input-file=%t --implicit-check-not=' warning:'

// As exponential-aliases, with a class template of the user's. The names of its
// instantiations grow in the same way, and nobody reads all that.
//
//   Whole -parts-> Both<...> -first-> ... -> Part -whole-> Whole

#include <memory>

template <typename A, typename B> struct Both {
  A first;
  B second;
};
struct Part;
using T0 = std::shared_ptr<Part>;
using T1 = Both<T0, T0>;
using T2 = Both<T1, T1>;
using T3 = Both<T2, T2>;
using T4 = Both<T3, T3>;
using T5 = Both<T4, T4>;
using T6 = Both<T5, T5>;
using T7 = Both<T6, T6>;
using T8 = Both<T7, T7>;
using T9 = Both<T8, T8>;
using T10 = Both<T9, T9>;
using T11 = Both<T10, T10>;
using T12 = Both<T11, T11>;
using T13 = Both<T12, T12>;
using T14 = Both<T13, T13>;

struct Whole {
  T14 parts;
};
struct Part {
  std::shared_ptr<Whole> whole;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Part::whole' can keep its own owner alive: Part -> whole -> Whole -> parts ->
