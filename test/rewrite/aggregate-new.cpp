// `new C{p}`, which C++17 cannot hide in the library.
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
  int id;
};

// CHECK: +  std::weak_ptr<Parent> parent;

int main() {
  auto parent = std::make_shared<Parent>();
  std::shared_ptr<Child> child(new Child{parent, 1});
  parent->kids.push_back(child);
}
