// A macro turns what a fix writes into something else. No form looks for such
// macros: the trial parse finds that the converted program would not compile.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none --expect-caught %s %t | FileCheck %s
#include <memory>
#include <vector>

#define lock() get()

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};

// CHECK: :[[#@LINE-3]]:27: warning: 'Child::parent' keeps its own owner alive
// CHECK-NOT: weak_ptr{{$}}
// CHECK: :[[#@LINE+6]]:17: note: no fix is offered for 'parent': with it, this would not compile: no member named 'get' in 'std::weak_ptr<Parent>'
int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = parent;
  parent->kids.push_back(child);
  return child->parent->size - 3;
}
