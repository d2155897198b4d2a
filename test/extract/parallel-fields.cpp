// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Several fields between the same two classes.

#include <memory>

// Socket -one,two-> Wire -socket-> Socket: one field breaks both
struct Wire;
struct Socket {
  std::shared_ptr<Wire> one;
  std::shared_ptr<Wire> two;
};
struct Wire {
  std::shared_ptr<Socket> socket;
};
// CHECK: :[[@LINE-2]]:27: warning: 'Wire::socket' can keep its own owner alive: Wire -> socket -> Socket -> one -> Wire; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:27: note: 'Wire::socket' holds 'Socket' directly
// CHECK: :[[@LINE-8]]:25: note: 'Socket::one' holds 'Wire' directly

// Plug -one,two,three-> Cable -a,b-> Plug: two fields are needed
struct Cable;
struct Plug {
  std::shared_ptr<Cable> one;
  std::shared_ptr<Cable> two;
  std::shared_ptr<Cable> three;
};
struct Cable {
  std::shared_ptr<Plug> a;
  std::shared_ptr<Plug> b;
};
// CHECK: :[[@LINE-3]]:25: warning: 'Cable::a' can keep its own owner alive: Cable -> a -> Plug -> one -> Cable; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-4]]:25: note: 'Cable::a' holds 'Plug' directly
// CHECK: :[[@LINE-10]]:26: note: 'Plug::one' holds 'Cable' directly
// CHECK: :[[@LINE-5]]:25: warning: 'Cable::b' can keep its own owner alive: Cable -> b -> Plug -> one -> Cable; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:25: note: 'Cable::b' holds 'Plug' directly
// CHECK: :[[@LINE-13]]:26: note: 'Plug::one' holds 'Cable' directly
