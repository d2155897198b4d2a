// A configured pointer, whose weak counterpart has another name for lock.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --only-compile --check-options='{ownership-shared-ptr-cycle.SharedPointers: "mine::Ref=mine::WeakRef.promote"}' %s %t | FileCheck %s
#include <memory>
#include <vector>

namespace mine {
template <typename T> class Ref {
  std::shared_ptr<T> pointer;

public:
  Ref() = default;
  Ref(std::nullptr_t) {}
  Ref(const std::shared_ptr<T> &p) : pointer(p) {}
  T *operator->() const { return pointer.get(); }
  T &operator*() const { return *pointer; }
  void reset() { pointer.reset(); }
  explicit operator bool() const { return pointer.get() != nullptr; }
  const std::shared_ptr<T> &impl() const { return pointer; }
};
template <typename T> class WeakRef {
  std::weak_ptr<T> pointer;

public:
  WeakRef() = default;
  WeakRef(const Ref<T> &p) : pointer(p.impl()) {}
  void reset() { pointer.reset(); }
  Ref<T> promote() const { return pointer.lock(); }
};
} // namespace mine

struct Child;
struct Parent {
  std::vector<mine::Ref<Child>> kids;
};
struct Child {
  mine::Ref<Parent> parent;
  auto siblings() const { return parent ? parent->kids.size() : 0; }
  mine::Ref<Parent> whole() const { return parent; }
  void leave() { parent = nullptr; }
};

// CHECK: make it a mine::WeakRef to break the cycle
// CHECK: {{^}}+  mine::WeakRef<Parent> parent;
// CHECK-NEXT: {{^}}+  auto siblings() const { return parent.promote() ? parent.promote()->kids.size() : 0; }
// CHECK-NEXT: {{^}}+  mine::Ref<Parent> whole() const { return parent.promote(); }
// CHECK-NEXT: {{^}}+  void leave() { parent.reset(); }
