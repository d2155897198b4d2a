// RUN: %check_default %s -- %mock | count 0
//
// A lambda that nobody keeps ends with the function.

#include <functional>
#include <memory>

struct Button {
  std::function<void()> clicked;
};
struct Window : std::enable_shared_from_this<Window> {
  void close() {}
  void init() {
    auto self = shared_from_this();
    auto call = [self] { self->close(); };
    call();
    std::function<void()> local = call;
    local();
  }
  std::shared_ptr<Button> button = std::make_shared<Button>();
};
