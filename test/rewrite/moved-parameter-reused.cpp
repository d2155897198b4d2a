// The moved parameter is tested afterwards: a copy would leave it filled.
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
  bool adopt(std::shared_ptr<Parent> whole) {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': 'whole' is used again after it was moved into it
    parent = std::move(whole);
    return whole == nullptr;
  }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  part->adopt(whole);
  whole->kids.push_back(part);
}
