#include <memory>
#include <vector>

template <class T> class Node {
public:
  using Ptr = std::shared_ptr<Node>;
  static void link(const Ptr &parent, const Ptr &child) {
    parent->children_.push_back(child);
    child->parent_ = parent;
  }
  int depth() const {
    if (parent_)
      return 1 + parent_->depth();
    return 0;
  }

private:
  T value_{};
  std::shared_ptr<Node<T>> parent_;
  std::vector<Ptr> children_;
};

int main() {
  auto root = std::make_shared<Node<int>>(), leaf = std::make_shared<Node<int>>();
  Node<int>::link(root, leaf);
  return leaf->depth();
}
