// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
struct Machine;
struct State {
  std::shared_ptr<Machine> m;
  virtual ~State() = default;
  virtual void step() = 0;
};
struct Machine : std::enable_shared_from_this<Machine> {
  std::shared_ptr<State> st;
  template <class S> void go() {
    auto s = std::make_shared<S>();
    s->m = shared_from_this();
    st = s;
  }
  void stop() { st.reset(); }
};
struct B : State {
  void step() override {
    std::cout << "B";
    auto keep = m;
    keep->stop();
  }
};
struct A : State {
  void step() override {
    std::cout << "A";
    m->go<B>();
  }
};
int main() {
  auto m = std::make_shared<Machine>();
  m->go<A>();
  for (int i = 0; i < 2 && m->st; ++i) {
    auto s = m->st;
    s->step();
  }
  std::cout << "\n";
}
