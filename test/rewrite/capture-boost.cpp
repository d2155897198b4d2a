// boost's pointers have names of their own.
//
//     Session -> onTick -> lambda -> self, session -> Session
//
// RUN: %prove_fix --only-compile --std=c++14 %s %t | FileCheck %s
#include <functional>
#include <memory>

namespace boost {
template <typename T> class shared_ptr {
  std::shared_ptr<T> pointer;

public:
  shared_ptr() = default;
  explicit shared_ptr(T *p) : pointer(p) {}
  shared_ptr(const std::shared_ptr<T> &p) : pointer(p) {}
  T *operator->() const { return pointer.get(); }
  explicit operator bool() const { return pointer.get() != nullptr; }
  const std::shared_ptr<T> &impl() const { return pointer; }
};
template <typename T> class weak_ptr {
  std::weak_ptr<T> pointer;

public:
  weak_ptr() = default;
  weak_ptr(const shared_ptr<T> &p) : pointer(p.impl()) {}
  void reset() { pointer.reset(); }
  shared_ptr<T> lock() const { return pointer.lock(); }
};
template <typename T> class enable_shared_from_this {
  weak_ptr<T> weak;

public:
  shared_ptr<T> shared_from_this() { return weak.lock(); }
  weak_ptr<T> weak_from_this() { return weak; }
};
} // namespace boost

struct Session : boost::enable_shared_from_this<Session> {
  std::function<void()> onTick, onTock;
  int ticks = 0;
  void start() {
    onTick = [self = shared_from_this()] { ++self->ticks; };
  }
};

void wire(const boost::shared_ptr<Session> &session) {
  session->onTock = [session] { ++session->ticks; };
}

// CHECK: {{^}}+    onTick = [weakSelf = weak_from_this()] { auto self = weakSelf.lock(); if (!self) return; ++self->ticks; };
// CHECK: {{^}}+  session->onTock = [weakSession = boost::weak_ptr<Session>(session)] { auto session = weakSession.lock(); if (!session) return; ++session->ticks; };

int main() { wire(boost::shared_ptr<Session>(new Session)); }
