// RUN: %check_tidy %s -- -std=c++98 | count 0

// Before C++11 there is no weak pointer to break a cycle with.

namespace std {
template <typename T> class shared_ptr {
  T *pointer;
};
} // namespace std

// Tree -leaf-> Leaf -tree-> Tree
struct Leaf;
struct Tree {
  std::shared_ptr<Leaf> leaf;
};
struct Leaf {
  std::shared_ptr<Tree> tree;
};
