// QWeakPointer has clear() and no reset().
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

template <typename T> class QSharedPointer {
  std::shared_ptr<T> pointer;

public:
  QSharedPointer() = default;
  QSharedPointer(const std::shared_ptr<T> &p) : pointer(p) {}
  T *operator->() const { return pointer.get(); }
  void reset() { pointer.reset(); }
  const std::shared_ptr<T> &impl() const { return pointer; }
};
template <typename T> class QWeakPointer {
  std::weak_ptr<T> pointer;

public:
  QWeakPointer() = default;
  QWeakPointer(const QSharedPointer<T> &p) : pointer(p.impl()) {}
  void clear() { pointer.reset(); }
  QSharedPointer<T> toStrongRef() const { return pointer.lock(); }
};

struct Child;
struct Parent {
  std::vector<QSharedPointer<Child>> kids;
};
struct Child {
  QSharedPointer<Parent> parent;
  // CHECK: note: no fix is offered for 'parent': 'QWeakPointer' is not declared here, or lacks a member that the fix needs
  void leave() { parent.reset(); }
};
