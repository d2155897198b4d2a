// The note says how a container of callables holds the lambda.
//
//   Session -handlers-> lambda -self-> Session
//
// RUN: %check_default %s -- %mock | FileCheck %s

#include <functional>
#include <memory>
#include <vector>

struct Session : std::enable_shared_from_this<Session> {
  void ping() {}
  void open() {
    handlers.push_back([self = shared_from_this()] { self->ping(); });
  }
  std::vector<std::function<void()>> handlers;
};
// CHECK: note: 'Session::handlers' holds 'lambda' as element of vector
