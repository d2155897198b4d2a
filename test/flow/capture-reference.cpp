// RUN: %check_default %s -- %mock | count 0
//
// A reference owns nothing.

#include <functional>
#include <memory>

struct Button {
  std::function<void()> clicked;
};
struct Window : std::enable_shared_from_this<Window> {
  void close() {}
  void init() {
    auto self = shared_from_this();
    button->clicked = [&self] { self->close(); };
  }
  std::shared_ptr<Button> button = std::make_shared<Button>();
};
