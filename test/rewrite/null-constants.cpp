// `= 0`, `= NULL` and `: f(0)` empty a shared pointer, as nullptr does; a weak
// one takes neither.
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
  // CHECK: Child() : parent() {}
  Child() : parent(0) {}
  // CHECK: explicit Child(int) : parent() {}
  explicit Child(int) : parent(NULL) {}
};
int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  // CHECK: child->parent.reset();
  child->parent = 0;
  // CHECK: child->parent.reset();
  child->parent = NULL;
  child->parent = parent;
  parent->kids.push_back(child);
  parent->kids.push_back(std::make_shared<Child>(1));
}
