// RUN: %check_explain %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A function that closes the cycle and has it taken apart.
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
int main() {
  auto server = std::make_shared<Server>();
  server->open();
  server->stop();
}
// CHECK: remark: Server -> sessions -> Session -> server -> Server: ruled out, it is taken apart where it is closed
