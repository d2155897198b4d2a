// Two fields of one object are swapped, of which each would have to know that the
// other one becomes weak, too.
//
//     Child -> first, second -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> first, second;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'first': it is swapped with a shared pointer
  void turn() { first.swap(second); }
};
int main() {
  auto whole = std::make_shared<Parent>(), other = std::make_shared<Parent>();
  whole->kids.push_back(std::make_shared<Child>());
  Child &part = *whole->kids.back();
  part.first = whole;
  part.second = other;
  other->kids.push_back(whole->kids.back());
  part.turn();
}
