// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// make_shared passes its argument on to a constructor, which keeps it.
//
//   Tree -leaf-> Leaf -tree-> Tree

#include <memory>

struct Tree;
struct Leaf {
  explicit Leaf(std::shared_ptr<Tree> t) { tree = std::move(t); }
  std::shared_ptr<Tree> tree;
};
struct Tree {
  std::shared_ptr<Leaf> leaf;
};
void grow(const std::shared_ptr<Tree> &tree) {
  tree->leaf = std::make_shared<Leaf>(tree);
}
// CHECK: warning: 'Leaf::tree' keeps its own owner alive: Leaf -> tree -> Tree -> leaf -> Leaf; make it a std::weak_ptr
// CHECK: :[[@LINE-10]]:49: note: here 'Leaf::tree' gets its 'Tree'
// CHECK: :[[@LINE-4]]:14: note: here 'Tree::leaf' gets its 'Leaf'

// It only looks at it, and keeps another one.
class Bush;
class Twig {
public:
  explicit Twig(const std::shared_ptr<Bush> &b) : isThere(bool(b)) {}
  void graft() { bush = std::make_shared<Bush>(); }

private:
  bool isThere;
  std::shared_ptr<Bush> bush;
};
class Bush {
public:
  static void grow() {
    auto bush = std::make_shared<Bush>();
    bush->twig = std::make_shared<Twig>(bush);
  }

private:
  std::shared_ptr<Twig> twig;
};
