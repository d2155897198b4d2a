// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Looks safe: the child is fresh and gets its owner before anybody else knows it.
// But the owner then keeps it.
//
//   Parent -kids-> Child -up-> Parent

#include <memory>
#include <vector>

struct Parent;
struct Child {
  std::shared_ptr<Parent> up;
};
struct Parent : std::enable_shared_from_this<Parent> {
  void grow() {
    auto c = std::make_shared<Child>();
    c->up = shared_from_this();
    kids.push_back(c);
  }
  std::vector<std::shared_ptr<Child>> kids;
};
// CHECK: warning: 'Child::up' keeps its own owner alive: Child -> up -> Parent -> kids -> Child; make it a std::weak_ptr
// CHECK: note: 'Child::up' holds 'Parent' directly
// CHECK: :[[@LINE-7]]:11: note: here 'Child::up' gets its 'Parent'
// CHECK: note: 'Parent::kids' holds 'Child' as element of vector
// CHECK: :[[@LINE-8]]:10: note: here 'Parent::kids' gets its 'Child'

// The child is not kept.
struct Guest;
struct Host : std::enable_shared_from_this<Host> {
  std::shared_ptr<Guest> invite();

private:
  std::vector<std::shared_ptr<Guest>> guests;
};
struct Guest {
  std::shared_ptr<Host> host;
};
std::shared_ptr<Guest> Host::invite() {
  auto g = std::make_shared<Guest>();
  g->host = shared_from_this();
  return g;
}
