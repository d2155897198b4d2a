// A template takes the field and may mean its type.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <type_traits>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
template <typename T> bool isShared(const T &) {
  return std::is_convertible<T, std::shared_ptr<Parent>>::value;
}
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent':
  bool isOwner() const { return isShared(parent); }
};
