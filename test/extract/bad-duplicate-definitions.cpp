// RUN: not %check_tidy %s -- %mock 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not='PLEASE submit'

// Classes and fields that are defined twice.

#include <memory>
#include <vector>

struct Twice {
  std::shared_ptr<struct Other> one;
};
struct Twice {
  std::vector<std::shared_ptr<struct Other>> two;
};
struct Other {
  int field;
  std::shared_ptr<int> field;
};
enum Other { A };
class Template {};
template <typename T> class Template {
  std::shared_ptr<T> field;
};
template <typename T> struct Cell {};
template <> struct Cell<int> {};
template <> struct Cell<int> {
  std::shared_ptr<Cell<int>> cell;
};
namespace Twice {
struct Inner {};
} // namespace Twice

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
