// An inherited constructor is called for the derived class.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  explicit Child(std::shared_ptr<Parent> p)
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
      : parent(p) {}
};
struct Toddler : Child {
  using Child::Child;
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>(whole);
  whole->kids.push_back(part);
  Toddler toddler(std::make_shared<Parent>());
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
