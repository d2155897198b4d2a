// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// What a field held before another store counts no more.
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

static void replaced() {
  auto owner = std::make_shared<Owner>();
  auto part = std::make_shared<Part>();
  part->owner = owner;
  part->owner = std::make_shared<Owner>();
  owner->part = part;
}

// The other order.
//
//   Server -client-> Client -server-> Server
struct Client;
struct Server {
  std::shared_ptr<Client> client;
};
struct Client {
  std::shared_ptr<Server> server;
};

static void kept() {
  auto server = std::make_shared<Server>();
  auto client = std::make_shared<Client>();
  client->server = std::make_shared<Server>();
  client->server = server;
  server->client = client;
}
// CHECK: warning: '{{Server::client|Client::server}}' keeps its own owner alive:
int main() { replaced(), kept(); }
