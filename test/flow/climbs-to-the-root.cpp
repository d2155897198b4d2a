// Walks that end where a field is null have emptied none.
//
//   Node -parent-> Node -kids-> Node
//
// RUN: %check_default %s -- -std=c++17 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DVARIABLE | FileCheck %s

#include <memory>
#include <vector>

struct Node {
  // CHECK: :[[# @LINE + 1]]:{{[0-9]+}}: warning: 'Node::parent' keeps its own owner alive
  std::shared_ptr<Node> parent;
  std::vector<std::shared_ptr<Node>> kids;
};
int depths(const std::vector<std::shared_ptr<Node>> &leaves) {
  int sum = 0;
  for (auto &leaf : leaves) {
    auto node = leaf;
#ifdef VARIABLE
    while (auto next = node->parent) {
      node = next;
      ++sum;
    }
#else
    while (node->parent) {
      node = node->parent;
      ++sum;
    }
#endif
  }
  return sum;
}
int main() {
  auto root = std::make_shared<Node>();
  auto kid = std::make_shared<Node>();
  kid->parent = root;
  root->kids.push_back(kid);
  return depths(root->kids);
}
