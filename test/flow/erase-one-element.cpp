// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// To erase one element proves nothing about the others.
//
//   Server -sessions-> Session -server-> Server

#include <memory>
#include <vector>

class Session;
class Server : public std::enable_shared_from_this<Server> {
public:
  void open();
  void kick() {
    if (!sessions.empty())
      sessions.erase(sessions.begin());
  }

private:
  std::vector<std::shared_ptr<Session>> sessions;
};
class Session {
public:
  explicit Session(std::shared_ptr<Server> s) : server(s) {}

private:
  std::shared_ptr<Server> server;
};
void Server::open() {
  sessions.push_back(std::make_shared<Session>(shared_from_this()));
}
int main(int argc, char **) {
  auto server = std::make_shared<Server>();
  server->open();
  server->open();
  if (argc > 1)
    server->kick();
}
// CHECK: warning: 'Session::server' keeps its own owner alive: Session -> server -> Server -> sessions -> Session
