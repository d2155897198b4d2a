// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// What holds one value holds the shared pointer in it.

#include <atomic>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>
#include <variant>

struct InOptional;
struct HolderOfOptional {
  std::optional<std::shared_ptr<InOptional>> one;
};
struct InOptional {
  std::shared_ptr<HolderOfOptional> other;
};
// CHECK: :[[@LINE-2]]:37: warning: 'InOptional::other' can keep its own owner alive: InOptional -> other -> HolderOfOptional -> one -> InOptional; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:37: note: 'InOptional::other' holds 'HolderOfOptional' directly
// CHECK: :[[@LINE-7]]:46: note: 'HolderOfOptional::one' holds 'InOptional' as content of optional

struct InVariant;
struct HolderOfVariant {
  std::variant<int, std::shared_ptr<InVariant>> one;
};
struct InVariant {
  std::shared_ptr<HolderOfVariant> other;
};
// CHECK: :[[@LINE-2]]:36: warning: 'InVariant::other' can keep its own owner alive: InVariant -> other -> HolderOfVariant -> one -> InVariant; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:36: note: 'InVariant::other' holds 'HolderOfVariant' directly
// CHECK: :[[@LINE-7]]:49: note: 'HolderOfVariant::one' holds 'InVariant' as alternative of variant

struct AsFirst;
struct HolderOfFirst {
  std::pair<std::shared_ptr<AsFirst>, int> one;
};
struct AsFirst {
  std::shared_ptr<HolderOfFirst> other;
};
// CHECK: :[[@LINE-2]]:34: warning: 'AsFirst::other' can keep its own owner alive: AsFirst -> other -> HolderOfFirst -> one -> AsFirst; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:34: note: 'AsFirst::other' holds 'HolderOfFirst' directly
// CHECK: :[[@LINE-7]]:44: note: 'HolderOfFirst::one' holds 'AsFirst' as first of pair

struct AsSecond;
struct HolderOfSecond {
  std::pair<int, std::shared_ptr<AsSecond>> one;
};
struct AsSecond {
  std::shared_ptr<HolderOfSecond> other;
};
// CHECK: :[[@LINE-2]]:35: warning: 'AsSecond::other' can keep its own owner alive: AsSecond -> other -> HolderOfSecond -> one -> AsSecond; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:35: note: 'AsSecond::other' holds 'HolderOfSecond' directly
// CHECK: :[[@LINE-7]]:45: note: 'HolderOfSecond::one' holds 'AsSecond' as second of pair

struct InTuple;
struct HolderOfTuple {
  std::tuple<int, char, std::shared_ptr<InTuple>> one;
};
struct InTuple {
  std::shared_ptr<HolderOfTuple> other;
};
// CHECK: :[[@LINE-2]]:34: warning: 'InTuple::other' can keep its own owner alive: InTuple -> other -> HolderOfTuple -> one -> InTuple; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:34: note: 'InTuple::other' holds 'HolderOfTuple' directly
// CHECK: :[[@LINE-7]]:51: note: 'HolderOfTuple::one' holds 'InTuple' as member of tuple

struct InAtomic;
struct HolderOfAtomic {
  std::atomic<std::shared_ptr<InAtomic>> one;
};
struct InAtomic {
  std::shared_ptr<HolderOfAtomic> other;
};
// CHECK: :[[@LINE-2]]:35: warning: 'InAtomic::other' can keep its own owner alive: InAtomic -> other -> HolderOfAtomic -> one -> InAtomic; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:35: note: 'InAtomic::other' holds 'HolderOfAtomic' directly
// CHECK: :[[@LINE-7]]:42: note: 'HolderOfAtomic::one' holds 'InAtomic' as content of atomic

// The same wrappers around what owns nothing.
struct Back;
struct Holder {
  std::optional<std::weak_ptr<Back>> optional;
  std::variant<int, std::weak_ptr<Back>, Back *> variant;
  std::pair<Back *, std::weak_ptr<Back>> pair;
  std::tuple<Back &, std::weak_ptr<Back>> tuple;
  std::atomic<std::weak_ptr<Back>> atomic;
};
struct Back {
  std::shared_ptr<Holder> holder;
};
