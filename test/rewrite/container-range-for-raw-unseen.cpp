// The element's raw pointer goes to a function that may keep it.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --only-compile --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
int watch(const Parent *parent);
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  void add(const std::shared_ptr<Parent> &parent) { parents.push_back(parent); }
  void watchAll() const {
    for (auto &parent : parents)
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': what is read here may be kept by the function that takes it, and a weak pointer does not keep the object alive for that long
      watch(parent.get());
  }
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->add(parent);
  parent->kids.push_back(child);
  child->watchAll();
}
