// An `if` assigns and tests.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
class Child {
  std::shared_ptr<Parent> parent;

public:
  void join(const std::shared_ptr<Parent> &p, int n) {
    // CHECK: if (parent = p; p)
    if ((parent = p))
      std::cout << "joined " << parent->kids.size() << '\n';
    if (n == 0)
      std::cout << "none\n";
    // CHECK: else if (this->parent = p; p) {
    else if ((this->parent = p)) {
      std::cout << "again\n";
    } else {
      std::cout << "left\n";
    }
  }
};
int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->join(nullptr, 1);
  child->join(parent, 0);
  child->join(parent, 1);
  parent->kids.push_back(child);
}
