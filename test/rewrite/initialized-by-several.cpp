// An initializer makes the pointer of an owner and a part of it.
//
//     Child -> home -> House -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct House {
  std::vector<std::shared_ptr<Child>> kids;
};
using Town = std::pair<int, House>;
struct Child {
  std::shared_ptr<House> home;
  explicit Child(std::shared_ptr<Town> town)
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'home': it is initialized with several arguments, of which no weak pointer can be made
      : home(town, &town->second) {}
};
int main() {
  auto town = std::make_shared<Town>();
  auto child = std::make_shared<Child>(town);
  auto house = std::make_shared<House>();
  child->home = house;
  house->kids.push_back(child);
}
