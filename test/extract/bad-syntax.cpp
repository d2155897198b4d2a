// RUN: not %check_tidy %s -- %mock 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not='PLEASE submit'

// Statements and declarations that do not parse, before a cycle and inside its
// classes.

#include <memory>

int function( {
  struct Local { std::shared_ptr<Local };
  return 1 +;
}
struct Base : {
  std::shared_ptr< x;
};
class { int a; } ;;;
template <typename T struct Half {};
using Alias = std::shared_ptr<;

// Tree -leaf-> Leaf -tree-> Tree
struct Leaf;
struct Tree {
  int 3;
  std::shared_ptr<Leaf> leaf;
  void method() { return }
};
struct Leaf {
  std::shared_ptr<Tree> tree;
  operator;
};
// CHECK: :[[@LINE-3]]:25: warning: 'Leaf::tree' can keep its own owner alive: Leaf -> tree -> Tree -> leaf -> Leaf; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-4]]:25: note: 'Leaf::tree' holds 'Tree' directly
// CHECK: :[[@LINE-9]]:25: note: 'Tree::leaf' holds 'Leaf' directly
