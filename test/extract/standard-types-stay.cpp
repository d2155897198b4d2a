// RUN: %tidy --quiet '--checks=-*,ownership-*' %s \
// RUN:   --config='{CheckOptions: {ownership-shared-ptr-cycle.UniquePointers: "std::weak_ptr; std::shared_ptr"}}' \
// RUN:   -- %mock | FileCheck %s --implicit-check-not='{{(warning|error):|holds|closes}}'

// What a standard type means is not for configuration: such an entry is an
// error, and the meaning stays.

// CHECK: warning: invalid configuration value 'std::weak_ptr; std::shared_ptr' for option 'ownership-shared-ptr-cycle.UniquePointers'; 'std::weak_ptr' belongs to the standard library, 'std::shared_ptr' belongs to the standard library [clang-tidy-config]

#include <memory>

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

struct Part;
struct Whole {
  std::shared_ptr<Part> part;
};
struct Part {
  std::weak_ptr<Whole> whole;
};
