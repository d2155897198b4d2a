// A loop that goes on until a field is null has emptied it, whoever fills it in
// between.
//
//   Machine -now-> State -machine-> Machine
//
// RUN: %check_default %s -- -std=c++17 | count 0
// RUN: %check_default %s -- -std=c++17 -DVARIABLE | count 0
// RUN: %check_default %s -- -std=c++17 -DDO | count 0
// RUN: %check_default %s -- -std=c++17 -DBREAK | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DSECOND | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DOPPOSITE | FileCheck %s

#include <memory>

struct State;
struct Machine {
  std::shared_ptr<State> now;
  void run(std::shared_ptr<State> first, int steps);
};
struct State {
  // CHECK: :[[# @LINE + 1]]:{{[0-9]+}}: warning: 'State::machine' keeps its own owner alive
  std::shared_ptr<Machine> machine;
  int left = 3;
  std::shared_ptr<State> next() {
    if (left == 0)
      return nullptr;
    auto result = std::make_shared<State>();
    result->machine = machine;
    result->left = left - 1;
    return result;
  }
};
void Machine::run(std::shared_ptr<State> first, int steps) {
  now = first;
#if defined(VARIABLE)
  while (auto state = now)
    now = state->next();
#elif defined(DO)
  do
    now = now->next();
  while (now != nullptr);
#elif defined(BREAK)
  while (now) {
    if (--steps == 0)
      break;
    now = now->next();
  }
#elif defined(SECOND)
  while (now && --steps)
    now = now->next();
#elif defined(OPPOSITE)
  while (!now)
    now = first;
#else
  while (now)
    now = now->next();
#endif
}
int main() {
  auto machine = std::make_shared<Machine>();
  auto state = std::make_shared<State>();
  state->machine = machine;
  machine->run(state, 2);
}
