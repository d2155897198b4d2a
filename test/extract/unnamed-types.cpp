// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Classes without a name, or with that of their typedef.

#include <memory>

// First -one-> Back -owner-> First, a struct named by its typedef
struct Back;
typedef struct {
  std::shared_ptr<Back> one;
} First;
struct Back {
  std::shared_ptr<First> owner;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Back::owner' can keep its own owner alive: Back -> owner -> First -> one -> Back; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Back::owner' holds 'First' directly
// CHECK: :[[@LINE-7]]:25: note: 'First::one' holds 'Back' directly

// The type of a variable -detail-> Detail -table-> that type
struct Detail;
struct {
  std::shared_ptr<Detail> detail;
} table;
struct Detail {
  std::shared_ptr<decltype(::table)> table;
};
// CHECK: :[[@LINE-2]]:38: warning: 'Detail::table' can keep its own owner alive: Detail -> table -> (unnamed struct) -> detail -> Detail; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:38: note: 'Detail::table' holds '(unnamed struct)' directly
// CHECK: :[[@LINE-7]]:27: note: '(unnamed struct)::detail' holds 'Detail' directly
