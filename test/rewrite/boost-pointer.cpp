// boost::shared_ptr becomes boost::weak_ptr.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

namespace boost {
template <typename T> class shared_ptr {
  std::shared_ptr<T> pointer;

public:
  shared_ptr() = default;
  shared_ptr(std::nullptr_t) {}
  shared_ptr(const std::shared_ptr<T> &p) : pointer(p) {}
  T *operator->() const { return pointer.get(); }
  T &operator*() const { return *pointer; }
  T *get() const { return pointer.get(); }
  void reset() { pointer.reset(); }
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
} // namespace boost

struct Child;
struct Parent {
  std::vector<boost::shared_ptr<Child>> kids;
};
struct Child {
  boost::shared_ptr<Parent> parent = nullptr;
  auto siblings() const { return parent ? parent->kids.size() : 0; }
  void leave() { parent = nullptr; }
  void leaveAgain() { parent.reset(); }
  boost::shared_ptr<Parent> whole() const { return parent; }
};

// CHECK: make it a boost::weak_ptr to break the cycle
// CHECK: {{^}}+  boost::weak_ptr<Parent> parent = {};
// CHECK-NEXT: {{^}}+  auto siblings() const { return parent.lock() ? parent.lock()->kids.size() : 0; }
// CHECK-NEXT: {{^}}+  void leave() { parent.reset(); }
// CHECK: {{^}}+  boost::shared_ptr<Parent> whole() const { return parent.lock(); }
