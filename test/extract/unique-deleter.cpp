// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A unique pointer owns its deleter, too.
//
//   Pool -spare-> Return (the deleter) -pool-> Pool

#include <memory>

struct Pool;
struct Buffer {};
struct Return {
  std::shared_ptr<Pool> pool;
  void operator()(Buffer *) const;
};
struct Pool {
  std::unique_ptr<Buffer, Return> spare;
};
// CHECK: :[[@LINE-6]]:25: warning: 'Return::pool' can keep its own owner alive: Return -> pool -> Pool -> spare -> Return; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-7]]:25: note: 'Return::pool' holds 'Pool' directly
// CHECK: :[[@LINE-4]]:35: note: 'Pool::spare' holds 'Return' as deleter of unique_ptr

// A deleter with a weak pointer.
struct Arena;
struct Release {
  std::weak_ptr<Arena> arena;
  void operator()(Buffer *) const;
};
struct Arena {
  std::unique_ptr<Buffer, Release> spare;
};
