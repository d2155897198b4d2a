// An algorithm that writes through a back_inserter stores into the container.
//
//   Parent -kids-> Child -parent-> Parent
//
// RUN: %check_default %s -- -std=c++17 | FileCheck %s

#include <algorithm>
#include <iterator>
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
  std::vector<std::shared_ptr<Child>> fresh{std::make_shared<Child>()};
  for (auto &child : fresh)
    child->parent = parent;
  std::copy(fresh.begin(), fresh.end(), std::back_inserter(parent->kids));
}
// CHECK: warning: 'Child::parent' {{keeps|can keep}} its own owner alive: Child -> parent -> Parent -> kids -> Child; make it a std::weak_ptr
