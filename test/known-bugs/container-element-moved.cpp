// `std::move(v.back())` becomes a move of the lock, and the compiler warns of
// that: the trial parse catches the conversion. No form empties the element.
//
//     Child -> parents -> Parent -> kids -> Child
//
// XFAIL: *
// RUN: %prove_fix %s %t
#include <iostream>
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
  std::cout << child->take() << '\n';
}
