#include <iostream>
#include <memory>
#include <vector>

class Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> children;
};
class Child {
  std::shared_ptr<Parent> parent_;

public:
  void setParent(const std::shared_ptr<Parent> &p) { parent_ = p; }
  const std::shared_ptr<Parent> &parent() const { return parent_; }
};
static void print(const Child &child) {
  const auto &known = child.parent();
  std::cout << known->children.size();
  for (const auto &c : child.parent()->children)
    std::cout << c->parent()->children.size();
}

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->setParent(parent);
  parent->children.push_back(child);
  print(*child);
}
