// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A class derived from a shared pointer or from a container is one.

#include <memory>
#include <vector>

// Server -session-> SessionRef is a shared_ptr<Session> -server-> Server
struct Session;
struct SessionRef : std::shared_ptr<Session> {};
struct Server {
  SessionRef current;
};
struct Session {
  std::shared_ptr<Server> server;
};
// CHECK: :[[@LINE-2]]:27: warning: 'Session::server' can keep its own owner alive: Session -> server -> Server -> current -> SessionRef -> (base std::shared_ptr<Session>) -> Session; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:27: note: 'Session::server' holds 'Server' directly
// CHECK: :[[@LINE-7]]:14: note: 'Server::current' holds 'SessionRef' by value
// CHECK: :[[@LINE-10]]:21: note: 'SessionRef' through its base class 'std::shared_ptr<Session>' holds 'Session' directly

// Branch -leaves-> Leaves is a vector<shared_ptr<Leaf>> -branch-> Branch
struct Leaf;
class Leaves : public std::vector<std::shared_ptr<Leaf>> {};
struct Branch {
  Leaves leaves;
};
struct Leaf {
  std::shared_ptr<Branch> branch;
};
// CHECK: :[[@LINE-2]]:27: warning: 'Leaf::branch' can keep its own owner alive: Leaf -> branch -> Branch -> leaves -> Leaves -> (base std::vector<std::shared_ptr<Leaf>>) -> Leaf; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:27: note: 'Leaf::branch' holds 'Branch' directly
// CHECK: :[[@LINE-7]]:10: note: 'Branch::leaves' holds 'Leaves' by value
// CHECK: :[[@LINE-10]]:16: note: 'Leaves' through its base class 'std::vector<std::shared_ptr<Leaf>>' holds 'Leaf' as element of vector

// Derived from a weak pointer.
struct Part;
struct PartRef : std::weak_ptr<Part> {};
struct Whole {
  std::shared_ptr<PartRef> part;
};
struct Part {
  std::shared_ptr<Whole> whole;
};
