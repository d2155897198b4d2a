// Leaf -> tree -> Tree -> leaves -> Leaf
#include <memory>
#include <vector>
struct Leaf;
struct Tree {
  std::vector<std::shared_ptr<Leaf>> leaves;
};
struct Leaf {
  std::shared_ptr<Tree> tree;
};
int count() { return 1; }
