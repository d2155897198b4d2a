// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A type of thirty lines that would have a thousand million parts if it were
// written out. Each part of it is looked at once.
//
//   Whole -parts-> Part -whole-> Whole

#include <memory>
#include <utility>

struct Part;
using T0 = std::shared_ptr<Part>;
using T1 = std::pair<T0, T0>;
using T2 = std::pair<T1, T1>;
using T3 = std::pair<T2, T2>;
using T4 = std::pair<T3, T3>;
using T5 = std::pair<T4, T4>;
using T6 = std::pair<T5, T5>;
using T7 = std::pair<T6, T6>;
using T8 = std::pair<T7, T7>;
using T9 = std::pair<T8, T8>;
using T10 = std::pair<T9, T9>;
using T11 = std::pair<T10, T10>;
using T12 = std::pair<T11, T11>;
using T13 = std::pair<T12, T12>;
using T14 = std::pair<T13, T13>;
using T15 = std::pair<T14, T14>;
using T16 = std::pair<T15, T15>;
using T17 = std::pair<T16, T16>;
using T18 = std::pair<T17, T17>;
using T19 = std::pair<T18, T18>;
using T20 = std::pair<T19, T19>;
using T21 = std::pair<T20, T20>;
using T22 = std::pair<T21, T21>;
using T23 = std::pair<T22, T22>;
using T24 = std::pair<T23, T23>;
using T25 = std::pair<T24, T24>;
using T26 = std::pair<T25, T25>;
using T27 = std::pair<T26, T26>;
using T28 = std::pair<T27, T27>;
using T29 = std::pair<T28, T28>;
using T30 = std::pair<T29, T29>;

struct Whole {
  T30 parts;
};
struct Part {
  std::shared_ptr<Whole> whole;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Part::whole' can keep its own owner alive: Part -> whole -> Whole -> parts -> Part; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Part::whole' holds 'Whole' directly
// CHECK: :[[@LINE-7]]:7: note: 'Whole::parts' holds 'Part' as first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair, first of pair
