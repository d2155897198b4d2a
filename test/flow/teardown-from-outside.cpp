// RUN: %check_explain %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A teardown that is called from outside the cycle makes it a life cycle.
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
void begin(Server &server) { server.open(); }
void end(Server &server) { server.stop(); }
// CHECK: remark: Server -> sessions -> Session -> server -> Server: possible, 'Server::stop' takes it apart
