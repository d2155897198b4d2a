// RUN: not %check_tidy %s -- %mock -ferror-limit=0 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not='PLEASE submit'

// Fields whose types are wrong.

#include <memory>
#include <vector>

struct Forward;
struct Fields {
  Unknown unknown;
  std::shared_ptr<Unknown> sharedUnknown;
  std::vector<std::shared_ptr<Unknown>> many;
  std::unknown<Fields> standardUnknown;
  void nothing;
  Forward incomplete;
  Fields itself;
  int negative[-1];
  std::shared_ptr<Fields> undeclaredBound[bound];
  std::shared_ptr<Fields> tooMany[99999999999999999999];
  std::shared_ptr<> noArgument;
  std::shared_ptr<Fields, Fields, Fields> tooManyArguments;
  std::shared_ptr<3> number;
  std::array<int> noBound;
  auto deduced;
  decltype(unknown.x) fromExpression;
  std::weak_ptr<Fields>::missing member;
  Fields &operator+ +;
  int : -3;
  virtual int notAFunction;
  typename T::type dependent;
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
