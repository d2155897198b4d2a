// RUN: %tidy --quiet '--checks=-*,ownership-*' %s \
// RUN:   --config='{CheckOptions: {ownership-shared-ptr-cycle.UniquePointers: "my::Box", ownership-shared-ptr-cycle.Containers: "my::Bag; my::Table"}}' \
// RUN:   -- %mock | FileCheck %s --implicit-check-not='{{(warning|error):|holds|closes}}'

// Unique pointers and containers that the user names. An unnamed template is
// an ordinary class, whose fields tell: this one has raw pointers.

#include <memory>

namespace my {
template <typename T> class Box {
  T *pointer;
};
template <typename T> class Bag {
  T *elements;
};
template <typename K, typename V> class Table {
  void *nodes;
};
template <typename T> class View {
  T *elements;
};
} // namespace my

// Tree -leaves-> Leaf -tree-> Tree
struct Leaf;
struct Tree {
  my::Table<int, my::Bag<my::Box<Leaf>>> leaves;
};
struct Leaf {
  std::shared_ptr<Tree> tree;
};
// CHECK: :[[@LINE-2]]:25: warning: 'Leaf::tree' can keep its own owner alive: Leaf -> tree -> Tree -> leaves -> Leaf; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:25: note: 'Leaf::tree' holds 'Tree' directly
// CHECK: :[[@LINE-7]]:42: note: 'Tree::leaves' holds 'Leaf' as element of Table, element of Bag, by Box

// Car -wheels-> Wheel -car-> Car
struct Wheel;
struct Car {
  my::Bag<std::shared_ptr<Wheel>> wheels;
};
struct Wheel {
  std::shared_ptr<Car> car;
};
// CHECK: :[[@LINE-2]]:24: warning: 'Wheel::car' can keep its own owner alive: Wheel -> car -> Car -> wheels -> Wheel; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:24: note: 'Wheel::car' holds 'Car' directly
// CHECK: :[[@LINE-7]]:35: note: 'Car::wheels' holds 'Wheel' as element of Bag

struct Part;
struct Whole {
  my::View<std::shared_ptr<Part>> parts;
};
struct Part {
  std::shared_ptr<Whole> whole;
};
