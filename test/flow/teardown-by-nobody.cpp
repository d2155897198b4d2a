// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A teardown that nobody in sight calls: the message says what must run.
//
//   Server -sessions-> Session -server-> Server

#include <memory>
#include <vector>

class Session;
class Server : public std::enable_shared_from_this<Server> {
public:
  void open();
  void stop() { sessions.clear(); }

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
// CHECK: warning: 'Session::server' can keep its own owner alive: Session -> server -> Server -> sessions -> Session; make it a std::weak_ptr to break the cycle, unless 'Server::stop' runs
