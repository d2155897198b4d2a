// One value is stored 81 times over. It is still there, so the cycle is not
// taken apart.
//
//   Child -parent-> Parent -kids-> Child
//
// RUN: %check_default %s -- %mock | FileCheck %s

#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
#define THRICE(from, to)                                                       \
  void set##from(const std::shared_ptr<Parent> &p) {                           \
    set##to(p), set##to(p), set##to(p);                                        \
  }
struct Child {
  std::shared_ptr<Parent> parent;
  void set0(const std::shared_ptr<Parent> &p) { parent = p; }
  THRICE(1, 0) THRICE(2, 1) THRICE(3, 2) THRICE(4, 3)
};
int main() {
  auto part = std::make_shared<Child>();
  auto whole = std::make_shared<Parent>();
  whole->kids.push_back(part);
  part->set4(whole);
}
// CHECK: warning: 'Child::parent' keeps its own owner alive: Child -> parent -> Parent -> kids -> Child; make it a std::weak_ptr
