// A callback that keeps its own owner: the fix is in the capture, over several
// lines.
//
//     Button -onClick-> lambda -self-> Button
//
// RUN: %every_surface %s %t -- %mock | FileCheck %s
#include <functional>
#include <memory>

class Button : public std::enable_shared_from_this<Button> {
public:
  void listen() {
    // CHECK: capture.cpp:[[#@LINE+1]]:16: warning: {{.*}}keeps its own owner alive
    onClick = [self = shared_from_this()] {
      ++self->clicks;
    };
  }

private:
  std::function<void()> onClick;
  int clicks = 0;
};
// CHECK:      fixed:
// CHECK-NEXT: -onClick = [self = shared_from_this()] {
// CHECK-NEXT: +onClick = [weakSelf = weak_from_this()] {
// CHECK-NEXT: +auto self = weakSelf.lock();
// CHECK-NEXT: +if (!self) return;
