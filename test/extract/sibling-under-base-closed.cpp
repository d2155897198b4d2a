// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// The twin of sibling-under-base: here the base leads back, and each class
// below it does so, too.
//
//   Left -right-> Right is a Base -left-> Left

#include <memory>

struct Left;
struct Base {
  std::shared_ptr<Left> left;
};
struct Right : Base {};
struct Left {
  std::shared_ptr<Right> right;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Left::right' can keep its own owner alive: Left -> right -> Right -> left -> Left; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Left::right' holds 'Right' directly
// CHECK: :[[@LINE-8]]:25: note: 'Base::left', which 'Right' has through base 'Base', holds 'Left' directly
