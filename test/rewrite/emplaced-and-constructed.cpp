// One construction of the holder is in sight, another is the library's.
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
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>(whole);
  whole->kids.push_back(part);
  std::vector<Child> parts;
  parts.emplace_back(std::make_shared<Parent>());
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
