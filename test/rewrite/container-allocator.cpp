// An allocator of one's own is made for shared pointers, as a comparator or a hash is.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
template <class T> struct Pool : std::allocator<T> {
  template <class U> struct rebind { using other = Pool<U>; };
};
struct Child {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parents': its container has a comparator, hash or allocator for the pointers
  std::vector<std::shared_ptr<Parent>, Pool<std::shared_ptr<Parent>>> parents;
};
void link(const std::shared_ptr<Parent> &whole,
          const std::shared_ptr<Child> &part) {
  whole->kids.push_back(part);
  part->parents.push_back(whole);
}
