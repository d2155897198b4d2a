#include <memory>
#include <vector>

class Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
class Child {
  std::shared_ptr<Parent> parent;

public:
  void setParent(const std::shared_ptr<Parent> &whole);
  unsigned long siblings() const;
};
