// `std::tie(f, n)` takes what a function returns.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <tuple>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
std::tuple<int, std::shared_ptr<Parent>> load();
struct Child {
  int number = 0;
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': 'std::tie' assigns it a value that is not written here
  void fill() { std::tie(number, parent) = load(); }
};
int main() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  whole->kids.push_back(part);
  part->parent = whole;
}
