// RUN: %check_explain %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A teardown in the destructor of something that the cycle does not keep alive.
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
struct StopAtEnd {
  explicit StopAtEnd(Server &s) : server(s) {}
  ~StopAtEnd() { server.stop(); }
  Server &server;
};
int main() {
  auto server = std::make_shared<Server>();
  StopAtEnd guard(*server);
  server->open();
}
// CHECK: remark: Server -> sessions -> Session -> server -> Server: ruled out, it is taken apart where it is closed
