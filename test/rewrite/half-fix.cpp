// A fix that leaves the objects alive through another cycle is held back.
//
//     Scope -> outer -> Scope -> table -> Symbol -> members -> Scope
//     Scope -> owner -> Symbol -> members -> Scope
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Scope;
struct Symbol {
  std::shared_ptr<Scope> members;
};
struct Scope : std::enable_shared_from_this<Scope> {
  // CHECK: :[[#@LINE+1]]:26: note: no fix is offered for 'owner': 'Scope::outer' would still keep these objects alive, and it has no fix
  std::shared_ptr<Scope> outer;
  std::shared_ptr<Symbol> owner;
  std::vector<std::shared_ptr<Symbol>> table;
  void declare() {
    auto symbol = std::make_shared<Symbol>();
    table.push_back(symbol);
    auto inner = std::make_shared<Scope>();
    inner->outer = shared_from_this();
    inner->owner = symbol;
    symbol->members = inner;
  }
  // What the pointer is for, nobody can see.
  std::shared_ptr<Scope> *slot() { return &outer; }
};

int main() { std::make_shared<Scope>()->declare(); }
