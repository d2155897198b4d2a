// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Inline namespaces of the standard library are looked through, as libstdc++
// and libc++ have them; classes of the library that no list names own nothing.

namespace std {
inline namespace __1 {
template <typename T> class shared_ptr {
  T *pointer;
};
template <typename T> class reference_wrapper {
  T *pointer;
};
template <typename T> class span {
  T *first;
};
template <typename T> class holder {
  shared_ptr<T> held;
};
} // namespace __1
} // namespace std

// Server -session-> Session -server-> Server
struct Session;
struct Server {
  std::__1::shared_ptr<Session> current;
};
struct Session {
  std::shared_ptr<Server> server;
};
// CHECK: :[[@LINE-2]]:27: warning: 'Session::server' can keep its own owner alive: Session -> server -> Server -> current -> Session; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:27: note: 'Session::server' holds 'Server' directly
// CHECK: :[[@LINE-7]]:33: note: 'Server::current' holds 'Session' directly

struct Part;
struct Whole {
  std::shared_ptr<Part> part;
};
struct Part {
  std::reference_wrapper<Whole> reference;
  std::span<std::shared_ptr<Whole>> span;
  std::holder<Whole> unknown;
};
