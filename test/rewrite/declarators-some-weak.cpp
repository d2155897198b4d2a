// Of fields that share a declaration, those that become weak next to each other
// stay together, and the others keep their type.
//
//     Edge -> from, to -> Node -> edges -> Edge
//     Pair -> left, right -> Side -> pairs -> Pair
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Edge;
struct Node {
  int id = 1;
  std::vector<std::shared_ptr<Edge>> edges;
};
struct Edge {
  std::shared_ptr<Node> unused, from, to;
};
struct Pair;
struct Side {
  int id = 2;
  std::vector<std::shared_ptr<Pair>> pairs;
};
struct Pair {
  std::shared_ptr<Side> left, unused, right;
};
// CHECK: {{^}}-  std::shared_ptr<Node> unused, from, to;
// CHECK-NEXT: {{^}}+  std::shared_ptr<Node> unused;
// CHECK-NEXT: {{^}}+  std::weak_ptr<Node> from, to;
// CHECK: {{^}}-  std::shared_ptr<Side> left, unused, right;
// CHECK-NEXT: {{^}}+  std::weak_ptr<Side> left;
// CHECK-NEXT: {{^}}+  std::shared_ptr<Side> unused;
// CHECK-NEXT: {{^}}+  std::weak_ptr<Side> right;

void link(std::shared_ptr<Node> a, std::shared_ptr<Node> b) {
  auto edge = std::make_shared<Edge>();
  edge->from = a;
  edge->to = b;
  a->edges.push_back(edge);
  b->edges.push_back(edge);
}
void link(std::shared_ptr<Side> a, std::shared_ptr<Side> b) {
  auto pair = std::make_shared<Pair>();
  pair->left = a;
  pair->right = b;
  a->pairs.push_back(pair);
  b->pairs.push_back(pair);
}

int main() {
  auto a = std::make_shared<Node>(), b = std::make_shared<Node>();
  link(a, b);
  for (auto &edge : a->edges)
    std::cout << edge->from->id + edge->to->id << '\n';
  auto one = std::make_shared<Side>(), two = std::make_shared<Side>();
  link(one, two);
  for (auto &pair : one->pairs)
    std::cout << pair->left->id + pair->right->id << '\n';
}
