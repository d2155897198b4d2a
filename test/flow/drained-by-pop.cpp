// A loop that pops until nothing is left empties the field.
//
//   Parent -kids-> Child -parent-> Parent
//
// RUN: %check_default %s -- -std=c++17 | count 0

#include <memory>
#include <vector>

struct Parent;
struct Child {
  std::shared_ptr<Parent> parent;
};
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  while (!parent->kids.empty())
    parent->kids.pop_back();
}
