// An assignment operator stores its parameter, and an algorithm calls it.
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
  Child &operator=(const std::shared_ptr<Parent> &whole) {
    parent = whole;
    return *this;
  }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  *part = whole;
  whole->kids.push_back(part);
  std::vector<std::shared_ptr<Parent>> wholes{std::make_shared<Parent>()};
  std::vector<Child> parts(1);
  std::copy(wholes.begin(), wholes.end(), parts.begin());
}
// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
