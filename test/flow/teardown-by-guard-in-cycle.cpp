// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A scope guard that the cycle keeps alive never ends.
//
//   Server -sessions-> Session -server-> Server

#include <memory>
#include <vector>

class Session;
class Server : public std::enable_shared_from_this<Server> {
public:
  void open();
  void stop() { sessions.clear(); }
  struct Stopper {
    ~Stopper() { server->stop(); }
    Server *server;
  };
  Stopper stopper{this};

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
int main() {
  auto server = std::make_shared<Server>();
  server->open();
}
// CHECK: warning: 'Session::server' keeps its own owner alive: Session -> server -> Server -> sessions -> Session
