// boost::weak_ptr is only declared: its header is not included.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

namespace boost {
template <typename T> class weak_ptr;
template <typename T> class shared_ptr {
  std::shared_ptr<T> pointer;

public:
  T *operator->() const { return pointer.get(); }
};
} // namespace boost

struct Child;
struct Parent {
  std::vector<boost::shared_ptr<Child>> kids;
};
struct Child {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': 'boost::weak_ptr' is not declared here, or lacks a member that the fix needs
  boost::shared_ptr<Parent> parent;
};
