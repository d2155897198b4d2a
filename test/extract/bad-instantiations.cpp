// RUN: not %check_tidy %s -- %mock 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not='PLEASE submit'

// Templates that go wrong when they are instantiated.

#include <memory>

template <typename T> struct Wrong {
  typename T::Missing missing;
  std::shared_ptr<typename T::Missing> shared;
  static_assert(sizeof(T) == 3, "never");
  T *fine;
};
Wrong<int> wrong;
template <typename T> struct FromWrong : T::Base {
  std::shared_ptr<FromWrong> itself;
};
FromWrong<Wrong<char>> fromWrong;
template struct Unheard<int>;
template <typename T> struct Partial;
template <typename T> struct Partial<T *, int> {};
template <> struct Partial<int>;
Partial<int> partial;

// Tree -leaf-> Leaf -tree-> Tree
struct Leaf;
struct Tree {
  std::shared_ptr<Leaf> leaf;
};
struct Leaf {
  std::shared_ptr<Tree> tree;
};
// CHECK: :[[@LINE-2]]:25: warning: 'Leaf::tree' can keep its own owner alive: Leaf -> tree -> Tree -> leaf -> Leaf; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:25: note: 'Leaf::tree' holds 'Tree' directly
// CHECK: :[[@LINE-7]]:25: note: 'Tree::leaf' holds 'Leaf' directly
