#include <memory>
#include <vector>

class Parent;
struct Child {
  std::shared_ptr<Parent> parent;
};
class Parent : public std::enable_shared_from_this<Parent> {
public:
  void add(std::shared_ptr<Child> child);

private:
  std::vector<std::shared_ptr<Child>> children;
};
