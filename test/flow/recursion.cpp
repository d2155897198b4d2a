// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Functions that call themselves and each other are read as far as it changes
// anything, and that ends.
//
//   Node -up-> Node -kids-> Node

#include <memory>
#include <vector>

struct Node : std::enable_shared_from_this<Node> {
  void grow(int depth) {
    if (!depth)
      return;
    auto kid = std::make_shared<Node>();
    kid->up = shared_from_this();
    kids.push_back(kid);
    kid->grow(depth - 1);
  }
  std::shared_ptr<Node> up;
  std::vector<std::shared_ptr<Node>> kids;
};
// CHECK: warning: 'Node::up' keeps its own owner alive: Node -> up -> Node -> kids -> Node; make it a std::weak_ptr

//   Ping -pong-> Pong -ping-> Ping, from one to the other and back
struct Pong;
struct Ping : std::enable_shared_from_this<Ping> {
  void go(int n);
  std::shared_ptr<Pong> pong;
};
struct Pong : std::enable_shared_from_this<Pong> {
  void go(const std::shared_ptr<Ping> &p, int n) {
    ping = p;
    if (n)
      p->go(n - 1);
  }
  std::shared_ptr<Ping> ping;
};
void Ping::go(int n) {
  if (!pong)
    pong = std::make_shared<Pong>();
  pong->go(shared_from_this(), n);
}
// CHECK: warning: 'Pong::ping' keeps its own owner alive: Pong -> ping -> Ping -> pong -> Pong; make it a std::weak_ptr

// Nothing but calls.
static void odd(int n);
static void even(int n) { odd(n - 1); }
static void odd(int n) { even(n - 1); }
void forever() { even(0); }
