// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// An anonymous namespace has no name, and its classes have the one that they
// show.
//
//   Server -sessions-> Session -server-> Server

#include <memory>
#include <vector>

namespace net {
namespace {
struct Session;
struct Server {
  std::vector<std::shared_ptr<Session>> sessions;
};
struct Session {
  std::shared_ptr<Server> server;
};
struct Part;
struct Whole {
  std::shared_ptr<Part> part;
};
struct Part {
  std::weak_ptr<Whole> whole;
};
} // namespace
} // namespace net
// CHECK: :[[@LINE-11]]:27: warning: 'Session::server' can keep its own owner alive: Session -> server -> Server -> sessions -> Session; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-12]]:27: note: 'Session::server' holds 'Server' directly
// CHECK: :[[@LINE-16]]:41: note: 'Server::sessions' holds 'Session' as element of vector
