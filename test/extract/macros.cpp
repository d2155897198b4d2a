// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Fields that a macro declares: the warning stands where the user wrote the
// name.
//
//   Tree -leaf_-> Leaf -tree_-> Tree

#include <memory>

#define OWNS(type, name) std::shared_ptr<type> name##_
#define REFERS_TO(type, name) std::weak_ptr<type> name##_

class Leaf;
class Tree {
  OWNS(Leaf, leaf);
};
class Leaf {
  OWNS(Tree, tree);
};
// CHECK: :[[@LINE-2]]:3: warning: 'Leaf::tree_' can keep its own owner alive: Leaf -> tree_ -> Tree -> leaf_ -> Leaf; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-11]]:48: note: expanded from macro 'OWNS'
// CHECK: :[[@LINE-4]]:3: note: 'Leaf::tree_' holds 'Tree' directly
// CHECK: :[[@LINE-13]]:48: note: expanded from macro 'OWNS'
// CHECK: :[[@LINE-9]]:3: note: 'Tree::leaf_' holds 'Leaf' directly
// CHECK: :[[@LINE-15]]:48: note: expanded from macro 'OWNS'
// CHECK: :[[@LINE-16]]:48: note: expanded from macro 'OWNS'

class Part;
class Whole {
  OWNS(Part, part);
};
class Part {
  REFERS_TO(Whole, whole);
};
