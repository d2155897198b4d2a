// RUN: %check_default %s -- %mock | count 0
//
// A weak pointer owns nothing, and its lock lives as long as the call.

#include <functional>
#include <memory>

struct Button {
  std::function<void()> clicked;
};
struct Window : std::enable_shared_from_this<Window> {
  void close() {}
  void init() {
    button->clicked = [weak = weak_from_this()] {
      if (auto self = weak.lock())
        self->close();
    };
  }
  std::shared_ptr<Button> button = std::make_shared<Button>();
};
