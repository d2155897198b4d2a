#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> children;
};
struct Child {
  std::shared_ptr<Parent> parent;
  std::shared_ptr<Parent> leave() { return std::move(parent); }
};
int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>(), other = std::make_shared<Child>();
  child->parent = parent;
  other->parent = parent;
  parent->children.push_back(child);
  parent->children.push_back(other);
  std::cout << (child->leave() == parent);
}
