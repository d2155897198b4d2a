// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// std::exchange stores its second argument.
//
//   Cabin -mode-> Mode -cabin-> Cabin

#include <memory>
#include <utility>

struct Cabin;
struct Mode {
  std::shared_ptr<Cabin> cabin;
};
struct Cabin : std::enable_shared_from_this<Cabin> {
  void move() {
    auto next = std::make_shared<Mode>();
    next->cabin = shared_from_this();
    std::exchange(mode, next);
  }
  std::shared_ptr<Mode> mode;
};
// CHECK: warning: 'Mode::cabin' keeps its own owner alive: Mode -> cabin -> Cabin -> mode -> Mode; make it a std::weak_ptr
// CHECK: :[[@LINE-5]]:5: note: here 'Cabin::mode' gets its 'Mode'

// Exchanged for nothing, the field is empty.
struct Taker;
struct Giver {
  std::shared_ptr<Taker> taker;
};
struct Taker {
  std::shared_ptr<Giver> giver;
};

static void returns() {
  auto giver = std::make_shared<Giver>();
  auto taker = std::make_shared<Taker>();
  giver->taker = taker;
  taker->giver = giver;
  auto out = std::exchange(taker->giver, nullptr);
}
int main() { returns(); }
