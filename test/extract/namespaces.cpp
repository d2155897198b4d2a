// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Classes in inline namespaces, in `extern "C++"`, and defined away from where
// they are declared.

#include <memory>

// Server -current-> Session -server-> Server
namespace app {
inline namespace v2 {
struct Server;
}
} // namespace app
namespace app {
struct Session {
  std::shared_ptr<Server> server;
};
} // namespace app
struct app::v2::Server {
  std::shared_ptr<app::Session> current;
};
// CHECK: :[[@LINE-2]]:33: warning: 'Server::current' can keep its own owner alive: Server -> current -> Session -> server -> Server; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:33: note: 'Server::current' holds 'Session' directly
// CHECK: :[[@LINE-8]]:27: note: 'Session::server' holds 'Server' directly

// Tree -leaf-> Leaf -tree-> Tree
extern "C++" {
struct Leaf;
struct Tree {
  std::shared_ptr<Leaf> leaf;
};
struct Leaf {
  std::shared_ptr<Tree> tree;
};
}
// CHECK: :[[@LINE-3]]:25: warning: 'Leaf::tree' can keep its own owner alive: Leaf -> tree -> Tree -> leaf -> Leaf; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-4]]:25: note: 'Leaf::tree' holds 'Tree' directly
// CHECK: :[[@LINE-8]]:25: note: 'Tree::leaf' holds 'Leaf' directly

// A pointer of another library is what its name says to us: nothing.
namespace std_like {
template <typename T> class shared_ptr {
  T *pointer;
};
struct Part;
struct Whole {
  shared_ptr<Part> part;
};
struct Part {
  shared_ptr<Whole> whole;
};
} // namespace std_like
