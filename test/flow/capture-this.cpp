// RUN: %check_default %s -- %mock | count 0
//
// `this` owns nothing.

#include <functional>
#include <memory>

struct Button {
  std::function<void()> clicked;
};
struct Window : std::enable_shared_from_this<Window> {
  void close() {}
  void init() {
    button->clicked = [this] { close(); };
  }
  std::shared_ptr<Button> button = std::make_shared<Button>();
};
