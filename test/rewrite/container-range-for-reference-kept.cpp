// The element is passed by reference to a function that keeps it.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
const std::shared_ptr<Parent> *kept = nullptr;
void keep(const std::shared_ptr<Parent> &p) { kept = &p; }
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  void keepAll() const {
    for (auto &p : parents)
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': an element of it is passed by reference to 'keep', which may keep the reference
      keep(p);
  }
};
int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->keepAll();
  child->parents.push_back(parent);
}
