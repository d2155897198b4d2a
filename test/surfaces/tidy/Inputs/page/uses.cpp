#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

class Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> children;
  std::string name;
  const std::string &title() const { return name; }
  int size() const { return int(children.size()); }
};

class Child {
  std::shared_ptr<Parent> parent_;

public:
  // Stores.
  explicit Child(std::shared_ptr<Parent> p) : parent_(std::move(p)) {}
  void setParent(const std::shared_ptr<Parent> &p) { parent_ = p; }
  void become(std::shared_ptr<Parent> p) { parent_.swap(p); }
  void trade(Child &other) { parent_.swap(other.parent_); }
  void leave() { parent_ = nullptr; }
  std::shared_ptr<Parent> take() { return std::move(parent_); }

  // Reads that end with the expression.
  int size() const { return parent_->size(); }
  bool isOrphan() const { return !parent_; }
  bool isSibling(const Child &other) const { return parent_ == other.parent_; }
  std::shared_ptr<Parent> parent() const { return parent_; }

  // A test and the uses under it.
  void print() const {
    if (parent_)
      std::cout << parent_->size();
    if (parent_ && parent_->size() > 2)
      std::cout << parent_->title();
  }

  // Reads that last longer.
  void printFamily() const {
    const std::string &title = parent_->title();
    std::cout << title;
    for (const auto &c : parent_->children)
      std::cout << c->isOrphan();
  }
};

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>(parent);
  parent->children.push_back(child);
  child->print();
}
