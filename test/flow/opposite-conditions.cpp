// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Two stores under opposite conditions never happen in one run.
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

static void eitherWay(bool down) {
  auto owner = std::make_shared<Owner>();
  auto part = std::make_shared<Part>();
  if (down)
    owner->part = part;
  else
    part->owner = owner;
}
int main(int argc, char **) { eitherWay(argc > 1); }

// Under conditions of their own both can.
//
//   Server -client-> Client -server-> Server
struct Client;
struct Server {
  std::shared_ptr<Client> client;
};
struct Client {
  std::shared_ptr<Server> server;
};

void eachForItself(bool down, bool up) {
  auto server = std::make_shared<Server>();
  auto client = std::make_shared<Client>();
  if (down)
    server->client = client;
  if (up)
    client->server = server;
}
// CHECK: warning: '{{Server::client|Client::server}}' keeps its own owner alive:
