// A loop's variable of a written type through which elements are emptied: it
// would have to become weak, too.
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
  void drop(int size) {
    for (std::shared_ptr<Parent> &parent : parents)
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': the element is changed here
      parent.reset();
  }
};
void link(const std::shared_ptr<Parent> &whole,
          const std::shared_ptr<Child> &part) {
  whole->kids.push_back(part);
  part->parents.push_back(whole);
}
