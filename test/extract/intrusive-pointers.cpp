// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A pointer that counts in its pointee has no weak counterpart: the cycle is
// one, but there is nothing to make weak.

#include <memory>

namespace boost {
template <typename T> class intrusive_ptr {
  T *pointer;
};
} // namespace boost

// Server -current-> Session -server-> Server
struct Session;
struct Server {
  boost::intrusive_ptr<Session> current;
};
struct Session {
  boost::intrusive_ptr<Server> server;
};
// CHECK: :[[@LINE-2]]:32: warning: 'Session::server' can keep its own owner alive: Session -> server -> Server -> current -> Session [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:32: note: 'Session::server' holds 'Server' directly
// CHECK: :[[@LINE-7]]:33: note: 'Server::current' holds 'Session' directly
// CHECK: :[[@LINE-5]]:32: note: nothing in this cycle can be made weak: 'intrusive_ptr' has no weak counterpart

// Board -pin-> Pin -board-> Board: the one that can be weak is chosen
struct Pin;
struct Board {
  boost::intrusive_ptr<Pin> pin;
};
struct Pin {
  std::shared_ptr<Board> board;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Pin::board' can keep its own owner alive: Pin -> board -> Board -> pin -> Pin; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Pin::board' holds 'Board' directly
// CHECK: :[[@LINE-7]]:29: note: 'Board::pin' holds 'Pin' directly

struct Part;
struct Whole {
  boost::intrusive_ptr<Part> part;
};
struct Part {
  Whole *whole;
};
