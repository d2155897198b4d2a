// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// The setter passes the lambda on to a second class.
//
//   Client -socket-> Socket -timer-> Timer -fire-> lambda -self-> Client

#include <functional>
#include <memory>

struct Timer {
  void start(std::function<void()> f) { fire = std::move(f); }
  std::function<void()> fire;
};
struct Socket {
  void onIdle(std::function<void()> f) { timer.start(std::move(f)); }
  Timer timer;
};
struct Client : std::enable_shared_from_this<Client> {
  void connect() {
    socket = std::make_shared<Socket>();
    socket->onIdle([self = shared_from_this()] { self->close(); });
  }
  void close() {}
  std::shared_ptr<Socket> socket;
};
// CHECK: warning: 'Timer::fire' keeps its own owner alive by capturing 'self': Timer -> fire -> lambda -> self -> Client -> socket -> Socket -> timer -> Timer; capture a std::weak_ptr
