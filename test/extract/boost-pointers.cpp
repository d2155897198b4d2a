// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Boost's shared_ptr, weak_ptr and containers are known by name.

#include <memory>

namespace boost {
template <typename T> class shared_ptr {
  T *pointer;
};
template <typename T> class weak_ptr {
  shared_ptr<T> lock();
};
template <typename T> class optional {
  T value;
};
namespace container {
template <typename T> class vector {
  T *begin;
};
} // namespace container
} // namespace boost

// Server -sessions-> Session -server-> Server
struct Session;
struct Server {
  boost::container::vector<boost::shared_ptr<Session>> sessions;
};
struct Session {
  boost::shared_ptr<Server> server;
};
// CHECK: :[[@LINE-2]]:29: warning: 'Session::server' can keep its own owner alive: Session -> server -> Server -> sessions -> Session; make it a boost::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:29: note: 'Session::server' holds 'Server' directly
// CHECK: :[[@LINE-7]]:56: note: 'Server::sessions' holds 'Session' as element of vector

// Net -probe-> Probe -net-> Net: two libraries in one cycle
struct Probe;
struct Net {
  boost::optional<std::shared_ptr<Probe>> probe;
};
struct Probe {
  boost::shared_ptr<Net> net;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Probe::net' can keep its own owner alive: Probe -> net -> Net -> probe -> Probe; make it a boost::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Probe::net' holds 'Net' directly
// CHECK: :[[@LINE-7]]:43: note: 'Net::probe' holds 'Probe' as content of optional

struct Part;
struct Whole {
  boost::shared_ptr<Part> part;
};
struct Part {
  boost::weak_ptr<Whole> whole;
};
