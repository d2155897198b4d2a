// RUN: %check_default %s -- %mock | count 0
//
// Another object does not lead back.

#include <functional>
#include <memory>

struct Button {
  std::function<void()> clicked;
};
struct Window : std::enable_shared_from_this<Window> {
  void close() {}
  void init() {
    auto other = std::make_shared<Window>();
    button->clicked = [other] { other->close(); };
  }
  std::shared_ptr<Button> button = std::make_shared<Button>();
};
