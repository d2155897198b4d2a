// A coroutine may go on after the object has gone.
//
//     Task -> run -> lambda -> task -> Task
//
// RUN: %prove_fix --expect-none --std=c++20 %s %t | FileCheck %s
#include <coroutine>
#include <functional>
#include <memory>

struct Result {
  struct promise_type {
    Result get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
struct Task {
  std::function<Result()> run;
  int n = 0;
};

int main() {
  auto task = std::make_shared<Task>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'task': the lambda is a coroutine, which may go on after the object is gone
  task->run = [task]() -> Result {
    ++task->n;
    co_return;
  };
}
