// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// After the one store the function returns, and never comes to the other.
//
//   Owner -part-> Part -owner-> Owner

#include <memory>

struct Part;
struct Owner {
  std::shared_ptr<Part> part;
};
struct Part {
  std::shared_ptr<Owner> owner;
};

static void returns(bool down) {
  auto owner = std::make_shared<Owner>();
  auto part = std::make_shared<Part>();
  if (down) {
    owner->part = part;
    return;
  }
  part->owner = owner;
}

// Without the return it does.
//
//   Server -client-> Client -server-> Server
struct Client;
struct Server {
  std::shared_ptr<Client> client;
};
struct Client {
  std::shared_ptr<Server> server;
};

static void goesOn(bool down) {
  auto server = std::make_shared<Server>();
  auto client = std::make_shared<Client>();
  if (down) {
    server->client = client;
  }
  client->server = server;
}
// CHECK: warning: '{{Server::client|Client::server}}' keeps its own owner alive:
int main(int argc, char **) { returns(argc > 1), goesOn(argc > 1); }
