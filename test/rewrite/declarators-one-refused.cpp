// One of the fields of a declaration is refused, and the other one alone is no
// cure.
//
//     Edge -> from -> Node -> edges -> Edge
//     Edge -> to -> Node -> edges -> Edge
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Edge;
struct Node {
  std::vector<std::shared_ptr<Edge>> edges;
};
struct Edge {
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'to': 'Edge::from' would still keep these objects alive, and it has no fix
  std::shared_ptr<Node> from, to;
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'from': its address is taken
  std::shared_ptr<Node> *slot() { return &from; }
};

void link(std::shared_ptr<Node> a, std::shared_ptr<Node> b) {
  auto edge = std::make_shared<Edge>();
  edge->from = a;
  edge->to = b;
  a->edges.push_back(edge);
  b->edges.push_back(edge);
}

int main() { link(std::make_shared<Node>(), std::make_shared<Node>()); }
