// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// One of two values is stored, and one of them leads back.
//
//   Order -payer-> Payer -order-> Order

#include <memory>

struct Payer;
struct Order {
  std::shared_ptr<Payer> payer;
};
struct Payer {
  std::shared_ptr<Order> order;
};

void pay(bool self) {
  auto order = std::make_shared<Order>();
  auto payer = std::make_shared<Payer>();
  order->payer = payer;
  payer->order = self ? order : nullptr;
}
// CHECK: warning: '{{Order::payer|Payer::order}}' keeps its own owner alive:

// Neither does.
struct Judge;
class Claim {
public:
  std::shared_ptr<Judge> judge;
};
struct Judge {
  std::shared_ptr<Claim> claim;
};

static void decide(bool fresh) {
  auto claim = std::make_shared<Claim>();
  auto judge = std::make_shared<Judge>();
  claim->judge = judge;
  judge->claim = fresh ? std::make_shared<Claim>() : nullptr;
}
int main(int argc, char **) { decide(argc > 1); }
