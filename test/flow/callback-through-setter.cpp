// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// The lambda is stored by a setter of another class.
//
//   Client -connection-> Connection -onClose-> lambda -self-> Client

#include <functional>
#include <memory>

class Connection {
public:
  void setOnClose(std::function<void()> f) { onClose = std::move(f); }

private:
  std::function<void()> onClose;
};
class Client : public std::enable_shared_from_this<Client> {
public:
  void connect() {
    connection = std::make_shared<Connection>();
    connection->setOnClose([self = shared_from_this()] { self->lost(); });
  }
  void lost() {}

private:
  std::shared_ptr<Connection> connection;
};
// CHECK: warning: 'Connection::onClose' keeps its own owner alive by capturing 'self': Connection -> onClose -> lambda -> self -> Client -> connection -> Connection; capture a std::weak_ptr

// The setter runs it and keeps nothing.
class Request {
public:
  void then(std::function<void()> f) { f(); }

private:
  std::function<void()> last;
};
class Loader : public std::enable_shared_from_this<Loader> {
public:
  void load() {
    request = std::make_shared<Request>();
    request->then([self = shared_from_this()] { self->done(); });
  }
  void done() {}

private:
  std::shared_ptr<Request> request;
};
