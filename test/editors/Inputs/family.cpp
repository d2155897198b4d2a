#include <memory>
#include <vector>

class Parent;
class Child {
public:
  void setParent(const std::shared_ptr<Parent> &p) { parent_ = p; }
  bool isOrphan() const { return !parent_; }

private:
  std::shared_ptr<Parent> parent_;
};
class Parent : public std::enable_shared_from_this<Parent> {
public:
  void add(std::shared_ptr<Child> c) {
    c->setParent(shared_from_this());
    children_.push_back(c);
  }

private:
  std::vector<std::shared_ptr<Child>> children_;
};
