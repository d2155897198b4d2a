#include <memory>
#include <string>
#include <vector>

class Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> children;
  std::string name;
};
class Child {
  std::shared_ptr<Parent> parent_;

public:
  void setParent(const std::shared_ptr<Parent> &p) { parent_ = p; }
  const std::string &family() const { return parent_->name; }
};

void add(const std::shared_ptr<Parent> &parent, const std::shared_ptr<Child> &child) {
  child->setParent(parent);
  parent->children.push_back(child);
}
