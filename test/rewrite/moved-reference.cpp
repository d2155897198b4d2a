// What an rvalue reference names is emptied: the caller notices.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  void adopt(std::shared_ptr<Parent> &&whole) {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is moved into it here would only be copied, and would still own the object
    parent = std::move(whole);
  }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  whole->kids.push_back(part);
  part->parent = whole;
}
