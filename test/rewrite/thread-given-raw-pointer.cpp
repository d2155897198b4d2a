// A thread gets the raw pointer and runs on: with a weak field the object ends
// before the thread looks at it. `std::async` and `std::ref(*f)` are the same.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <atomic>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

std::atomic<bool> gone{false}, done{false};
struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
  void grow() {
    while (!gone)
      std::this_thread::yield();
    ++size;
    done = true;
  }
};
struct Child {
  std::shared_ptr<Parent> parent;
  void start() const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here may be kept by the function that takes it, and a weak pointer does not keep the object alive for that long
    std::thread thread(&Parent::grow, parent.get());
    thread.detach();
  }
};

static void make() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->start();
}
int main() {
  make();
  gone = true;
  while (!done)
    std::this_thread::yield();
  std::puts("done");
}
