// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// emplace constructs the element in place: a pointer, or a value that holds one.
//
//   Shop -items-> Item -shop-> Shop

#include <memory>
#include <vector>

struct Shop;
struct Item {
  explicit Item(std::shared_ptr<Shop> s) : shop(s) {}
  std::shared_ptr<Shop> shop;
};
struct Shop : std::enable_shared_from_this<Shop> {
  void stock() { items.emplace_back(shared_from_this()); }
  std::vector<Item> items;
};
// CHECK: warning: 'Item::shop' keeps its own owner alive: Item -> shop -> Shop -> items -> Item; make it a std::weak_ptr
// CHECK: :[[@LINE-8]]:44: note: here 'Item::shop' gets its 'Shop'

//   Bank -accounts-> Account -bank-> Bank
struct Bank;
struct Account {
  explicit Account(std::shared_ptr<Bank> b) : bank(b) {}
  std::shared_ptr<Bank> bank;
};
struct Bank : std::enable_shared_from_this<Bank> {
  void open() {
    accounts.emplace_back(std::make_shared<Account>(shared_from_this()));
  }
  std::vector<std::shared_ptr<Account>> accounts;
};
// CHECK: warning: 'Account::bank' keeps its own owner alive: Account -> bank -> Bank -> accounts -> Account; make it a std::weak_ptr

// The element gets another owner.
class Depot;
class Crate {
public:
  explicit Crate(std::shared_ptr<Depot> d) : depot(d) {}

private:
  std::shared_ptr<Depot> depot;
};
class Depot {
public:
  void store() { crates.emplace_back(std::make_shared<Depot>()); }

private:
  std::vector<Crate> crates;
};
