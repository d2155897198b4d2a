// Binds that a lambda would not repeat.
//
//     Hub -> a, b, c, d -> bind -> shared_from_this() -> Hub
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <string>

struct Hub : std::enable_shared_from_this<Hub> {
  std::function<void(int)> a, b, c, d, e;
  int sum = 0;
  void add(int n) { sum += n; }
  void set(int n) { sum = n; }
  void set(std::string) {}
  void both(int x, int y) { sum += x * y; }
  void change(int &n) { sum = ++n; }
  void arm(int n) {
    using namespace std::placeholders;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'shared_from_this()': the bind calls 'set', which is overloaded
    a = std::bind(static_cast<void (Hub::*)(int)>(&Hub::set), shared_from_this(), _1);
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'shared_from_this()': a lambda would evaluate this argument of the bind at each call
    b = std::bind(&Hub::both, shared_from_this(), _1, sum);
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'shared_from_this()': 'change' may change what the bind keeps
    c = std::bind(&Hub::change, shared_from_this(), n);
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'shared_from_this()': the bind uses a placeholder twice, or one that gets nothing
    d = std::bind(&Hub::both, shared_from_this(), _1, _1);
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for the capture 'shared_from_this()': the bind is not stored in a callable here, so what it is called with is not known
    auto later = std::bind(&Hub::add, shared_from_this(), _1);
    e = later;
  }
};

int main() {
  auto hub = std::shared_ptr<Hub>(new Hub);
  hub->arm(3);
}
