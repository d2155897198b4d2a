// Fields of one declaration that all become weak stay together: two of them, and
// three with a default initializer and a comment.
//
//     Spoke -> first, second -> Hub -> spokes -> Spoke
//     Edge -> from, to, via -> Node -> edges -> Edge
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Spoke;
struct Hub {
  int id = 7;
  std::vector<std::shared_ptr<Spoke>> spokes;
};
struct Spoke {
  Spoke(std::shared_ptr<Hub> a, std::shared_ptr<Hub> b) : first(a), second(b) {}
  std::shared_ptr<Hub> first, second;
};
struct Edge;
struct Node {
  int id = 1;
  std::vector<std::shared_ptr<Edge>> edges;
};
struct Edge {
  std::shared_ptr<Node> from = nullptr, to, // where it leads
      via;
};
// CHECK: note: what fixes 'first' makes this one weak as well
// CHECK: note: what fixes 'from' makes this one weak as well
// CHECK: {{^}}-  std::shared_ptr<Hub> first, second;
// CHECK-NEXT: {{^}}+  std::weak_ptr<Hub> first, second;
// CHECK: {{^}}-  std::shared_ptr<Node> from = nullptr, to, // where it leads
// CHECK-NEXT: {{^}}+  std::weak_ptr<Node> from = {}, to, // where it leads
// CHECK: {{^}}+    std::cout << s->first.lock()->id + s->second.lock()->id

void link(std::shared_ptr<Hub> a, std::shared_ptr<Hub> b) {
  auto spoke = std::make_shared<Spoke>(a, b);
  a->spokes.push_back(spoke);
  b->spokes.push_back(spoke);
}
void link(std::shared_ptr<Node> a, std::shared_ptr<Node> b,
          std::shared_ptr<Node> c) {
  auto edge = std::make_shared<Edge>();
  edge->from = a;
  edge->to = b;
  edge->via = c;
  a->edges.push_back(edge);
  b->edges.push_back(edge);
  c->edges.push_back(edge);
}

int main() {
  auto hub = std::make_shared<Hub>(), other = std::make_shared<Hub>();
  link(hub, other);
  for (auto &s : hub->spokes)
    std::cout << s->first->id + s->second->id << '\n';

  auto a = std::make_shared<Node>(), b = std::make_shared<Node>(),
       c = std::make_shared<Node>();
  link(a, b, c);
  for (auto &edge : a->edges)
    std::cout << edge->from->id + edge->to->id + edge->via->id << '\n';
}
