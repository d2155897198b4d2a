// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Two cycles that share a field: to weaken that one is enough, so it is the one
// warning.
//
//   Hub -spare-> Rim -left-> Left -hub-> Hub
//   Hub -spare-> Rim -right-> Right -hub-> Hub

#include <memory>

struct Left;
struct Right;
struct Rim {
  std::shared_ptr<Left> left;
  std::shared_ptr<Right> right;
};
struct Hub {
  std::shared_ptr<Rim> spare;
};
struct Left {
  std::shared_ptr<Hub> hub;
};
struct Right {
  std::shared_ptr<Hub> hub;
};
// CHECK: :[[@LINE-8]]:24: warning: 'Hub::spare' can keep its own owner alive: Hub -> spare -> Rim -> left -> Left -> hub -> Hub; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-9]]:24: note: 'Hub::spare' holds 'Rim' directly
// CHECK: :[[@LINE-14]]:25: note: 'Rim::left' holds 'Left' directly
// CHECK: :[[@LINE-8]]:24: note: 'Left::hub' holds 'Hub' directly
