// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Aliases are looked through, however many.

#include <map>
#include <memory>
#include <string>
#include <vector>

// Server -sessions-> Session -server-> Server
class Server;
class Session;
using ServerPtr = std::shared_ptr<Server>;
typedef std::shared_ptr<Session> SessionRef;
typedef SessionRef SessionHandle;
using SessionMap = std::map<std::string, SessionHandle>;
class Server {
  SessionMap sessions;
};
class Session {
  ServerPtr server;
};
// CHECK: :[[@LINE-2]]:13: warning: 'Session::server' can keep its own owner alive: Session -> server -> Server -> sessions -> Session; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:13: note: 'Session::server' holds 'Server' directly
// CHECK: :[[@LINE-7]]:14: note: 'Server::sessions' holds 'Session' as value of map

// Tree -leaves-> Leaf -tree-> Tree
template <typename T> using Ref = std::shared_ptr<T>;
template <typename T> using Refs = std::vector<Ref<T>>;
struct Leaf;
struct Tree {
  Refs<Leaf> leaves;
};
struct Leaf {
  Ref<Tree> tree;
};
// CHECK: :[[@LINE-2]]:13: warning: 'Leaf::tree' can keep its own owner alive: Leaf -> tree -> Tree -> leaves -> Leaf; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:13: note: 'Leaf::tree' holds 'Tree' directly
// CHECK: :[[@LINE-7]]:14: note: 'Tree::leaves' holds 'Leaf' as element of vector

// Outer -inner-> Inner -outer-> Outer, by member aliases and decltype
struct Outer;
struct Inner {
  using Pointer = std::shared_ptr<Outer>;
  Pointer outer;
};
struct Outer {
  using Pointer = std::shared_ptr<Inner>;
  static Pointer make();
  decltype(make()) inner;
};
// CHECK: :[[@LINE-7]]:11: warning: 'Inner::outer' can keep its own owner alive: Inner -> outer -> Outer -> inner -> Inner; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-8]]:11: note: 'Inner::outer' holds 'Outer' directly
// CHECK: :[[@LINE-4]]:20: note: 'Outer::inner' holds 'Inner' directly

// An alias of a weak pointer is weak.
template <typename T> using WeakRef = std::weak_ptr<T>;
struct Part;
struct Whole {
  Refs<Part> parts;
};
struct Part {
  WeakRef<Whole> whole;
};
