// A local subscription takes the callback out again when it ends.
//
//   Signal -slots-> lambda -signal-> Signal
//
// RUN: %check_default %s -- -std=c++17 | count 0

#include <functional>
#include <map>
#include <memory>

struct Signal {
  std::map<int, std::function<void()>> slots;
};
struct Subscription {
  std::shared_ptr<Signal> signal;
  int id;
  ~Subscription() { signal->slots.erase(id); }
};
int main() {
  auto signal = std::make_shared<Signal>();
  signal->slots[1] = [signal] { signal->slots.size(); };
  Subscription subscription{signal, 1};
}
