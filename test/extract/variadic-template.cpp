// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A pack of bases: each is a subobject.
//
//   Whole is a Holds<Part>, a Holds<int> -held-> Part -whole-> Whole

#include <memory>

template <typename T> struct Holds {
  std::shared_ptr<T> held;
};
template <typename... T> struct All : Holds<T>... {};
struct Part;
struct Whole : All<int, Part> {};
struct Part {
  std::shared_ptr<Whole> whole;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Part::whole' can keep its own owner alive: Part -> whole -> Whole -> held -> Part; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Part::whole' holds 'Whole' directly
// CHECK: :[[@LINE-10]]:22: note: 'Holds::held', which 'Whole' has through base 'Holds<Part>', holds 'Part' directly

struct Widget;
struct Window : All<int, char> {};
struct Widget {
  std::shared_ptr<Window> window;
};
