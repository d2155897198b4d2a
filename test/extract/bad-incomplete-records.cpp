// RUN: not %check_tidy %s -- %mock 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not='PLEASE submit'

// Classes that are never completed, that derive from such, or from themselves.

#include <memory>

struct Never;
struct DerivedFromNever : Never {
  std::shared_ptr<Never> never;
};
struct Itself : Itself {
  std::shared_ptr<Itself> itself;
};
struct Holder {
  struct Inner : Holder {};
  Inner inner;
  Holder another;
};
template <typename T> struct NeverTemplate;
struct DerivedFromTemplate : NeverTemplate<DerivedFromTemplate> {
  std::shared_ptr<NeverTemplate<int>> field;
  NeverTemplate<char> value;
};
struct FinalBase final {};
struct DerivedFromFinal : FinalBase, int, Unknown {};
enum Enumeration : Never {};
union Union : Holder {
  std::shared_ptr<Union> itself;
};

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
