// `emplace_back(p, q)` makes an aliasing pointer of two arguments, and a weak one
// has no such constructor.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  void join(const std::shared_ptr<Parent> &parent) {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': 'emplace_back' makes an element of several arguments here
    parents.emplace_back(parent, parent.get());
  }
};
void link(const std::shared_ptr<Parent> &whole,
          const std::shared_ptr<Child> &part) {
  whole->kids.push_back(part);
  part->join(whole);
}
