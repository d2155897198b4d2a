// The field as `x.f`, `x->f`, `this->f`, `Class::f`, `(f)`, and twice in a row.
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <string>
#include <vector>

struct Node {
  std::shared_ptr<Node> parent;
  std::vector<std::shared_ptr<Node>> kids;
  std::string name = "root";
  void print() const {
    std::cout << this->parent->name << Node::parent->name << (parent)->name
              << '\n';
  }
};

// CHECK: {{^}}+  std::weak_ptr<Node> parent;
// CHECK: {{^}}+    std::cout << this->parent.lock()->name << Node::parent.lock()->name << (parent.lock())->name
// CHECK: {{^}}+  std::cout << leaf->parent.lock()->parent.lock()->name << value.parent.lock()->name << '\n';

int main() {
  auto root = std::make_shared<Node>();
  auto inner = std::make_shared<Node>();
  auto leaf = std::make_shared<Node>();
  inner->parent = root;
  root->kids.push_back(inner);
  leaf->parent = inner;
  inner->kids.push_back(leaf);
  inner->print();
  Node value;
  value.parent = root;
  std::cout << leaf->parent->parent->name << value.parent->name << '\n';
}
