// Assigning to a variant stores what is assigned.
//
//   Holder -held-> Held -holder-> Holder
//
// RUN: %check_default %s -- -std=c++17 | FileCheck %s

#include <memory>
#include <variant>

struct Held;
struct Holder {
  std::variant<int, std::shared_ptr<Held>> held;
};
struct Held {
  std::shared_ptr<Holder> holder;
};
int main() {
  auto holder = std::make_shared<Holder>();
  auto held = std::make_shared<Held>();
  held->holder = holder;
  holder->held = held;
}
// CHECK: warning: 'Held::holder' keeps its own owner alive: Held -> holder -> Holder -> held -> Held; make it a std::weak_ptr
