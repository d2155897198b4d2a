// RUN: not %check_tidy %s -- %mock 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not='PLEASE submit'

// A header that is missing.

#include <memory>
#include "missing.h"

struct UsesMissing : Missing {
  std::shared_ptr<MissingToo> field;
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
