#include "server.h"
#include <iostream>

Session::Session(std::shared_ptr<Server> server, std::string user)
    : server_(std::move(server)), user_(std::move(user)) {}

void Session::send(const std::string &text) {
  if (server_)
    server_->broadcast(user_, text);
}

std::shared_ptr<Session> Server::open(const std::string &user) {
  auto session = std::make_shared<Session>(shared_from_this(), user);
  sessions_[user] = session;
  return session;
}

void Server::broadcast(const std::string &from, const std::string &text) {
  log_.push_back(from + ": " + text);
}

int main() {
  auto server = std::make_shared<Server>();
  server->open("ada")->send("hello");
  server->open("bob")->send("hi");
  std::cout << server->sent() << " messages\n";
}
