// A call operator stores its parameter, and an algorithm calls it too.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <algorithm>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};
struct Link {
  std::shared_ptr<Child> part;
  void operator()(const std::shared_ptr<Parent> &whole) const {
    part->parent = whole;
  }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>(), other = std::make_shared<Child>();
  Link{part}(whole);
  whole->kids.push_back(part);
  std::vector<std::shared_ptr<Parent>> wholes{std::make_shared<Parent>()};
  std::for_each(wholes.begin(), wholes.end(), Link{other});
}
// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
