// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A bind object owns its arguments.
//
//   Window -button-> Button -clicked-> bind -> Window

#include <functional>
#include <memory>

struct Button {
  std::function<void()> clicked;
};
struct Window : std::enable_shared_from_this<Window> {
  void close();
  void init() {
    button = std::make_shared<Button>();
    button->clicked = std::bind(&Window::close, shared_from_this());
  }
  std::shared_ptr<Button> button;
};
// CHECK: warning: 'Button::clicked' keeps its own owner alive by capturing 'shared_from_this()': Button -> clicked -> bind -> shared_from_this() -> Window -> button -> Button; capture a std::weak_ptr

// Bound to a raw pointer it owns nothing.
struct Key {
  std::function<void()> pressed;
};
struct Frame : std::enable_shared_from_this<Frame> {
  void hide();
  void init() {
    key = std::make_shared<Key>();
    key->pressed = std::bind(&Frame::hide, this);
  }
  std::shared_ptr<Key> key;
};
