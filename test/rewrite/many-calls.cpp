// Parameters are followed through twenty-four functions that each call the next
// one three times: 3^24 paths, of which none is walked twice.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
#define PASS(from, to)                                                         \
  void set##from(const std::shared_ptr<Parent> &p) {                           \
    set##to(p), set##to(p), set##to(p);                                        \
  }
struct Child {
  std::shared_ptr<Parent> parent;
  void set0(const std::shared_ptr<Parent> &p) { parent = p; }
  PASS(1, 0) PASS(2, 1) PASS(3, 2) PASS(4, 3) PASS(5, 4) PASS(6, 5)
  PASS(7, 6) PASS(8, 7) PASS(9, 8) PASS(10, 9) PASS(11, 10) PASS(12, 11)
  PASS(13, 12) PASS(14, 13) PASS(15, 14) PASS(16, 15) PASS(17, 16)
  PASS(18, 17) PASS(19, 18) PASS(20, 19) PASS(21, 20) PASS(22, 21)
  PASS(23, 22) PASS(24, 23)
};
int main() {
  auto part = std::make_shared<Child>();
  auto whole = std::make_shared<Parent>();
  whole->kids.push_back(part);
  part->parent = whole;
  std::make_shared<Child>()->set24(whole);
  std::make_shared<Child>()->set0(std::make_shared<Parent>());
}
// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
