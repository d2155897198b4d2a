#include <memory>
#include <utility>
#include <vector>

class Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
class Child {
  std::shared_ptr<Parent> parent;

public:
  void setParent(std::shared_ptr<Parent> whole) { parent = std::move(whole); }
  const std::shared_ptr<Parent> &whole() const { return parent; }
};
