#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> children;
};
struct Child {
  std::shared_ptr<Parent> parent;
};

void keep(std::shared_ptr<Parent> parent);

void keepParent() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->children.push_back(child);
  keep(parent);
}

std::shared_ptr<Child> makeChild() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->children.push_back(child);
  return child;
}
