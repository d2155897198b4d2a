// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Callables in a container, of which one captures the object that holds them.
//
//   Session -handlers-> lambda -self-> Session

#include <functional>
#include <map>
#include <memory>
#include <vector>

struct Session : std::enable_shared_from_this<Session> {
  void ping() {}
  void open() {
    auto self = shared_from_this();
    handlers.push_back([self] { self->ping(); });
  }
  std::vector<std::function<void()>> handlers;
};
// CHECK: warning: 'Session::handlers' keeps its own owner alive by capturing 'self': Session -> handlers -> lambda -> self -> Session; capture a std::weak_ptr

// One that captures something else.
struct Log {
  void line() {}
};
struct Client : std::enable_shared_from_this<Client> {
  void open() {
    auto self = std::make_shared<Log>();
    handlers.push_back([self] { self->line(); });
  }
  std::vector<std::function<void()>> handlers;
};
