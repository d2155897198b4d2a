// `decltype(f)::element_type` names a type inside the field's type.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  int size() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': this code depends on its type
    decltype(parent)::element_type other;
    return other.size;
  }
};

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->size();
}
