// RUN: not %ownership summary %s -- %mock -ftemplate-depth=40 >%t.json 2>%t.errors
// RUN: FileCheck %s --check-prefix=ERRORS --implicit-check-not='PLEASE submit' \
// RUN:   --input-file=%t.errors
// RUN: %ownership analyze --level=possible %t.json | FileCheck %s

// After an error that ends diagnostics, what could be parsed is summarized all
// the same.

#include <memory>
#include "missing.h"
// ERRORS: fatal error: 'missing.h' file not found

template <int Depth> struct Deeper {
  Deeper<Depth + 1> deeper;
  std::shared_ptr<Deeper> itself;
};
Deeper<0> deeper;

// Tree -leaf-> Leaf -tree-> Tree
struct Leaf;
struct Tree {
  std::shared_ptr<Leaf> leaf;
};
struct Leaf {
  std::shared_ptr<Tree> tree;
};
// CHECK: :[[@LINE-2]]:25: warning: 'Leaf::tree' can keep its own owner alive: Leaf -> tree -> Tree -> leaf -> Leaf; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
