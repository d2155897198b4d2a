// Two cycles through the same objects, and both can be opened.
//
//     Scope -> outer -> Scope -> table -> Symbol -> members -> Scope
//     Scope -> owner -> Symbol -> members -> Scope
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Scope;
struct Symbol {
  int id = 2;
  std::shared_ptr<Scope> members;
};
struct Scope : std::enable_shared_from_this<Scope> {
  // CHECK: {{^}}+  std::weak_ptr<Scope> outer;
  std::shared_ptr<Scope> outer;
  // CHECK: {{^}}+  std::weak_ptr<Symbol> owner;
  std::shared_ptr<Symbol> owner;
  std::vector<std::shared_ptr<Symbol>> table;
  int level = 1;
  void declare() {
    auto symbol = std::make_shared<Symbol>();
    table.push_back(symbol);
    auto inner = std::make_shared<Scope>();
    inner->outer = shared_from_this();
    inner->owner = symbol;
    symbol->members = inner;
  }
};

int main() {
  auto global = std::make_shared<Scope>();
  global->declare();
  auto inner = global->table[0]->members;
  std::cout << inner->outer->level + inner->owner->id << '\n';
}
