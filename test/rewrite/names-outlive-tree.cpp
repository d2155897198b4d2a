// What is copied out of a map's key is a text, and keeps no element alive.
//
//   Node -children-> Node -parent-> Node
//
// RUN: %prove_fix %s %t | FileCheck %s

#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

struct Node {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'Node::parent' keeps its own owner alive
  std::shared_ptr<Node> parent;
  // CHECK: {{^}}+  std::weak_ptr<Node> parent;
  std::vector<std::shared_ptr<Node>> children;
};

static std::set<std::string> names(int depth) {
  auto root = std::shared_ptr<Node>(new Node);
  std::map<std::string, std::shared_ptr<Node>> byName;
  for (int i = 0; i < depth; ++i) {
    auto child = std::shared_ptr<Node>(new Node);
    child->parent = root;
    root->children.push_back(child);
    byName["node" + std::to_string(i)] = child;
  }
  std::set<std::string> result;
  for (const auto &entry : byName) {
    const std::string &name = entry.first;
    result.insert(name);
  }
  return result;
}

int main() {
  auto all = names(3);
  for (const auto &name : all)
    std::cout << name << "\n";
}
