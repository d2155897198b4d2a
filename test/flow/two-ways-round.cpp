// An edge knows both its ends, so two fields lead back to the node that holds
// it. Making one of them weak breaks half of the cycles.
//
//   Node -edges-> Edge -from-> Node
//                 Edge -to---> Node
//
// RUN: %check_default %s -- -std=c++17 | FileCheck %s

#include <map>
#include <memory>
#include <string>
#include <vector>

struct Node;
struct Edge {
  // CHECK-DAG: :[[# @LINE + 1]]:{{[0-9]+}}: warning: 'Edge::to' can keep its own owner alive
  std::shared_ptr<Node> to;
  // CHECK-DAG: :[[# @LINE + 1]]:{{[0-9]+}}: warning: 'Edge::from' keeps its own owner alive
  std::shared_ptr<Node> from;
};
struct Node {
  std::vector<std::shared_ptr<Edge>> edges;
};
struct Graph {
  std::map<std::string, std::shared_ptr<Node>> nodes;
  std::shared_ptr<Node> node(const std::string &name) {
    auto &slot = nodes[name];
    if (!slot)
      slot = std::make_shared<Node>();
    return slot;
  }
  void tie(const std::string &from, const std::string &to) {
    auto edge = std::make_shared<Edge>();
    edge->from = node(from);
    edge->to = node(to);
    edge->from->edges.push_back(edge);
  }
};
int main() {
  Graph graph;
  graph.tie("a", "b");
  graph.tie("b", "a");
}
