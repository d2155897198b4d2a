// RUN: %tidy --quiet '--checks=-*,ownership-*' %s \
// RUN:   --config='{CheckOptions: {ownership-shared-ptr-cycle.SharedPointers: "my::Ref = my::WeakRef.promote; Count; ::my::Counted=std::weak_ptr"}}' \
// RUN:   -- %mock | FileCheck %s --implicit-check-not='{{(warning|error):|holds|closes}}'

// Pointers that the user names: with a counterpart and its lock function, with
// none, with a standard one.

#include <memory>

namespace my {
template <typename T> class Ref {
  T *pointer;
};
template <typename T> class WeakRef {
  Ref<T> promote();
  Ref<T> secretlyStrong;
};
template <typename T> class Counted {
  T *pointer;
};
} // namespace my
template <typename T> class Count {
  T *pointer;
};

// Tree -leaf-> Leaf -tree-> Tree
struct Leaf;
struct Tree {
  my::Ref<Leaf> leaf;
};
struct Leaf {
  my::Ref<Tree> tree;
};
// CHECK: :[[@LINE-2]]:17: warning: 'Leaf::tree' can keep its own owner alive: Leaf -> tree -> Tree -> leaf -> Leaf; make it a my::WeakRef to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:17: note: 'Leaf::tree' holds 'Tree' directly
// CHECK: :[[@LINE-7]]:17: note: 'Tree::leaf' holds 'Leaf' directly

// Car -wheel-> Wheel -car-> Car
struct Wheel;
struct Car {
  Count<Wheel> wheel;
};
struct Wheel {
  Count<Car> car;
};
// CHECK: :[[@LINE-2]]:14: warning: 'Wheel::car' can keep its own owner alive: Wheel -> car -> Car -> wheel -> Wheel [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:14: note: 'Wheel::car' holds 'Car' directly
// CHECK: :[[@LINE-7]]:16: note: 'Car::wheel' holds 'Wheel' directly
// CHECK: :[[@LINE-5]]:14: note: nothing in this cycle can be made weak: 'Count' has no weak counterpart

// Purse -coin-> Coin -purse-> Purse
struct Coin;
struct Purse {
  my::Counted<Coin> coin;
};
struct Coin {
  my::Counted<Purse> purse;
};
// CHECK: :[[@LINE-2]]:22: warning: 'Coin::purse' can keep its own owner alive: Coin -> purse -> Purse -> coin -> Coin; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:22: note: 'Coin::purse' holds 'Purse' directly
// CHECK: :[[@LINE-7]]:21: note: 'Purse::coin' holds 'Coin' directly

struct Part;
struct Whole {
  my::Ref<Part> part;
};
struct Part {
  my::WeakRef<Whole> whole;
};
