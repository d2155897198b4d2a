// RUN: %check_tidy %s -- %mock -std=c++20 | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Constraints, lambdas in types, and other constructs of C++20.

#include <memory>

template <typename T>
concept HasServer = requires(T t, std::shared_ptr<T> p) {
  t.server;
  [](auto value) { struct Local { std::weak_ptr<T> local; }; }(p);
};

// Server<T> -session-> Session -server-> Server<int>, constrained
struct Session;
template <typename T>
  requires(sizeof(T) > 1)
struct Server {
  std::shared_ptr<Session> current;
};
struct Session {
  std::shared_ptr<Server<int>> server;
};
template struct Server<int>;
static_assert(HasServer<Session>);
// CHECK: :[[@LINE-4]]:32: warning: 'Session::server' can keep its own owner alive: Session -> server -> Server<int> -> current -> Session; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-5]]:32: note: 'Session::server' holds 'Server<int>' directly
// CHECK: :[[@LINE-9]]:28: note: 'Server::current' holds 'Session' directly

// Host -guest-> Guest -host-> Host, with fields of closure type in between
struct Guest;
struct Host {
  std::shared_ptr<Guest> guest;
  decltype([](std::shared_ptr<Guest>) {}) lambda;
};
struct Guest {
  decltype([] { return std::shared_ptr<Host>(); }()) host;
};
// CHECK: :[[@LINE-2]]:54: warning: 'Guest::host' can keep its own owner alive: Guest -> host -> Host -> guest -> Guest; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:54: note: 'Guest::host' holds 'Host' directly
// CHECK: :[[@LINE-8]]:26: note: 'Host::guest' holds 'Guest' directly

void abbreviated(auto value, HasServer auto session) {
  struct Local {
    std::weak_ptr<decltype(value)> local;
  };
}
template <auto Value> struct ByValue {
  std::shared_ptr<ByValue<Value>> *next;
};
ByValue<[] { return 1; }> byLambda;
enum class Kind { A };
using enum Kind;
