// The empty pointer and the move are written as macros.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <utility>
#include <vector>

#define NONE nullptr
struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  void leave() { parent = NONE; }
};

// CHECK: +  std::weak_ptr<Parent> parent;
// CHECK-NEXT: +  void leave() { parent.reset(); }
