// std::allocate_shared constructs the holder.
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
      : parent(p) {}
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>(whole);
  whole->kids.push_back(part);
  std::allocate_shared<Child>(std::allocator<Child>(),
                              std::make_shared<Parent>());
}
// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
