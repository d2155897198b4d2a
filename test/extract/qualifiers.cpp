// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Qualifiers, attributes and initialisers do not hide a field.
//
//   Whole -part-> Part -whole-> Whole

#include <memory>

struct Part;
class Whole {
protected:
  [[maybe_unused]] alignas(64) mutable std::shared_ptr<const Part> part{};
};
class Part {
private:
  const std::shared_ptr<Whole> volatile whole = nullptr;
};
// CHECK: :[[@LINE-2]]:41: warning: 'Part::whole' can keep its own owner alive: Part -> whole -> Whole -> part -> Part; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:41: note: 'Part::whole' holds 'Whole' directly
// CHECK: :[[@LINE-8]]:68: note: 'Whole::part' holds 'Part' directly

// A wrapper that is const, volatile, or empty.
struct Empty {};
struct Back;
struct Holder {
  [[no_unique_address]] Empty empty;
  const volatile std::weak_ptr<Back> weak{};
  int bits : 3;
  int : 0;
};
struct Back {
  std::shared_ptr<Holder> holder;
};
