// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Two classes that hold each other, with no function in sight.
//
//   Server -connection-> Connection -server-> Server

#include <memory>

struct Connection;
struct Server {
  std::shared_ptr<Connection> connection;
};
struct Connection {
  std::shared_ptr<Server> server;
};
// CHECK: :[[@LINE-2]]:27: warning: 'Connection::server' can keep its own owner alive: Connection -> server -> Server -> connection -> Connection; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:27: note: 'Connection::server' holds 'Server' directly
// CHECK: :[[@LINE-7]]:31: note: 'Server::connection' holds 'Connection' directly

// One weak side is the repair.
//
//   Owner -part-> Part -owner-> (weak)
struct Part;
struct Owner {
  std::shared_ptr<Part> part;
};
struct Part {
  std::weak_ptr<Owner> owner;
};

// One direction only is no cycle.
struct Engine {};
struct Car {
  std::shared_ptr<Engine> engine;
};
