// RUN: %check_tidy %s -- %mock | count 0

// A field that a macro declares: the comment may stand where the macro is used.
//
//   Tree -leaf_-> Leaf -tree_-> Tree

#include <memory>

#define OWNS(type, name) std::shared_ptr<type> name##_

class Leaf;
class Tree {
  OWNS(Leaf, leaf); // NOLINT(ownership-shared-ptr-cycle)
};
class Leaf {
  OWNS(Tree, tree);
};
