// No surface has anything to say of a weak way back.
//
//     Parent -kids-> Child ~parent~> Parent
//
// RUN: %every_surface %s %t -- %mock | count 1
#include <memory>
#include <vector>

struct Parent;
struct Child {
  std::weak_ptr<Parent> parent;
};
struct Parent : std::enable_shared_from_this<Parent> {
  std::vector<std::shared_ptr<Child>> kids;
  void add(std::shared_ptr<Child> kid) {
    kid->parent = shared_from_this();
    kids.push_back(kid);
  }
};
