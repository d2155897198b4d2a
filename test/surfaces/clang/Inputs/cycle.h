// Parent -kids-> Child -parent-> Parent
#include <memory>
#include <vector>

struct Parent;
struct Child {
  std::shared_ptr<Parent> parent;
};
struct Parent : std::enable_shared_from_this<Parent> {
  std::vector<std::shared_ptr<Child>> kids;
  void add(std::shared_ptr<Child> kid) {
    kid->parent = shared_from_this();
    kids.push_back(kid);
  }
};
