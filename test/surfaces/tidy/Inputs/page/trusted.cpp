#include <memory>
#include <vector>
class Parent;
class Child {
  std::shared_ptr<Parent> parent_;

public:
  void setParent(const std::shared_ptr<Parent> &p) { parent_ = p; }
};
class Parent {
  std::vector<std::shared_ptr<Child>> children_;

public:
  void add(const std::shared_ptr<Child> &c) { children_.push_back(c); }
};
void adopt(const std::shared_ptr<Parent> &p, const std::shared_ptr<Child> &c) {
  c->setParent(p);
  p->add(c);
}
