// Binds of all kinds that a lambda can say.
//
//     Hub -> a, b, c, d -> bind -> shared_from_this() -> Hub
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <functional>
#include <iostream>
#include <memory>
#include <string>

struct Hub;
void greet(const std::shared_ptr<Hub> &hub, std::string name);
struct Hub : std::enable_shared_from_this<Hub> {
  // A parameter that the bind swallows.
  std::function<void(int, const std::string &)> a;
  std::function<int(int)> b;
  std::function<void(std::string)> c;
  std::function<void()> d;
  int sum = 0;
  void add(const std::string &text, int n) { sum += n + text.size(); }
  int get(int factor) const { return factor * sum; }
  void plain() { ++sum; }
  void arm(int n) {
    using namespace std::placeholders;
    a = std::bind(&Hub::add, shared_from_this(), _2, n);
    b = std::bind(&Hub::get, shared_from_this(), _1);
    auto self = shared_from_this();
    c = std::bind(greet, self, _1);
    d = std::bind(&Hub::plain, self);
  }
};
void greet(const std::shared_ptr<Hub> &hub, std::string name) {
  std::cout << name << hub->sum << '\n';
}

// CHECK: {{^}}+    a = [weakSelf = weak_from_this(), n](int, const std::string &text) { if (auto self = weakSelf.lock()) self->add(text, n); };
// CHECK-NEXT: {{^}}+    b = [weakSelf = weak_from_this()](int factor) { return weakSelf.lock()->get(factor); };
// CHECK: {{^}}+    c = [weakSelf = std::weak_ptr<Hub>(self)](std::string name) { if (auto self = weakSelf.lock()) greet(self, std::move(name)); };
// CHECK-NEXT: {{^}}+    d = [weakSelf = std::weak_ptr<Hub>(self)]() { if (auto self = weakSelf.lock()) self->plain(); };

int main() {
  auto hub = std::shared_ptr<Hub>(new Hub);
  hub->arm(3);
  hub->a(100, "four");
  hub->c("hub");
  hub->d();
  std::cout << hub->b(2) << '\n';
}
