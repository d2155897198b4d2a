// RUN: %judge_case %s %t

#include <iostream>
#include <memory>
#include <vector>
struct Shape;
struct Visitor {
  virtual ~Visitor() = default;
  virtual void visit(Shape &) = 0;
};
struct Shape : std::enable_shared_from_this<Shape> {
  std::shared_ptr<Shape> group;
  std::vector<std::shared_ptr<Shape>> parts;
  void add(std::shared_ptr<Shape> p) {
    p->group = shared_from_this();
    parts.push_back(std::move(p));
  }
  void accept(Visitor &v) {
    for (auto &p : parts)
      p->accept(v);
    v.visit(*this);
  }
};
struct Counter : Visitor {
  int n = 0;
  void visit(Shape &) override { ++n; }
};
struct Ungroup : Visitor {
  void visit(Shape &s) override { s.group.reset(); }
};
int main() {
  auto g = std::make_shared<Shape>();
  auto h = std::make_shared<Shape>();
  g->add(h);
  h->add(std::make_shared<Shape>());
  Counter c;
  g->accept(c);
  std::cout << c.n << "\n";
  Ungroup u;
  g->accept(u);
}
