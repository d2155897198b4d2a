// RUN: %check_tidy %s -- %mock | count 0

// Lambdas and local classes where there is no function around them: default
// arguments, enumerators, noexcept, variable templates. None of them holds
// anything, and none may crash the walk.

#include <memory>

struct Peer {
  std::shared_ptr<int> number;
};
int withDefault(int value = [] { return 1; }());
template <typename T> constexpr int variable = [] { return int(sizeof(T)); }();
constexpr int used = variable<Peer> + variable<int>;
enum { Enumerator = [] { return 3; }() };
template <typename T> auto generic = [](std::shared_ptr<T> value) {
  return value;
};
auto instance = generic<Peer>;
struct {
  std::shared_ptr<Peer> peer;
} unnamed;
