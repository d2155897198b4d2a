// RUN: not %check_tidy %s -- %mock -ftemplate-depth=40 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not='PLEASE submit'

// Templates that never end.

#include <memory>

template <int Depth> struct Deeper {
  Deeper<Depth + 1> deeper;
  std::shared_ptr<Deeper> itself;
};
Deeper<0> deeper;

template <typename T> struct Growing {
  using Next = typename Growing<Growing<T>>::Next;
  std::shared_ptr<Next> next;
};
Growing<int> growing;

// Tree -leaf-> Leaf -tree-> Tree
struct Leaf;
struct Tree {
  std::shared_ptr<Leaf> leaf;
};
struct Leaf {
  std::shared_ptr<Tree> tree;
};
// CHECK: :[[@LINE-2]]:25: warning: 'Leaf::tree' can keep its own owner alive: Leaf -> tree -> Tree -> leaf -> Leaf; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
