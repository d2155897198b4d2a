// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// An init-capture is a copy, too.
//
//   Window -button-> Button -clicked-> lambda -self-> Window

#include <functional>
#include <memory>

struct Button {
  std::function<void()> clicked;
};
struct Window : std::enable_shared_from_this<Window> {
  void close() {}
  void init() {
    button->clicked = [self = shared_from_this()] { self->close(); };
  }
  std::shared_ptr<Button> button = std::make_shared<Button>();
};
// CHECK: warning: 'Button::clicked' keeps its own owner alive by capturing 'self': Button -> clicked -> lambda -> self -> Window -> button -> Button; capture a std::weak_ptr
// CHECK: note: the lambda captures 'self', which holds 'Window' directly
