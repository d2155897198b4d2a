// A coroutine may rest between the lock and the use.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none --std=c++20 %s %t | FileCheck %s
#include <coroutine>
#include <memory>
#include <vector>

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
struct Turn {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() {}
};
struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
  Turn turn() { return {}; }
};
struct Child {
  std::shared_ptr<Parent> parent;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here outlives a suspension of the coroutine, and a weak pointer does not keep the object alive for that long
  Task wait() { co_await parent->turn(); }
};
