// RUN: %check_default %s -- %mock | count 0
//
// A callback that is moved out to be run is gone afterwards.
//
//   Upload -timer-> Timer -fire-> lambda -self-> Upload

#include <functional>
#include <memory>

class Timer {
public:
  void start(std::function<void()> f) { fire = std::move(f); }
  void tick() {
    auto run = std::move(fire);
    run();
  }

private:
  std::function<void()> fire;
};
class Upload : public std::enable_shared_from_this<Upload> {
public:
  explicit Upload(std::shared_ptr<Timer> t) : timer(t) {}
  void retry() {
    timer->start([self = shared_from_this()] { self->send(); });
  }
  void send() {}

private:
  std::shared_ptr<Timer> timer;
};
int main() {
  auto timer = std::make_shared<Timer>();
  std::make_shared<Upload>(timer)->retry();
  timer->tick();
}
