// C++11 has no std::exchange that would empty the element.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++11 --expect-none %s %t | FileCheck %s
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  int take() {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': an element of it is moved out in the middle of an expression, which takes 'std::exchange' of C++14
    auto last = std::move(parents.back());
    parents.pop_back();
    return last->size;
  }
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child), other(new Child);
  child->parents.push_back(parent);
  parent->kids.push_back(child);
  other->parents.push_back(parent);
  parent->kids.push_back(other);
  other->take();
}
