// RUN: %check_tidy %s -- -std=c++20 | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|gets|closes}}'

// The real headers of the standard library, in bulk.

#include <array>
#include <atomic>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>

// Server -sessions-> Session -server-> Server
class Session;
class Server : public std::enable_shared_from_this<Server> {
public:
  std::shared_ptr<Session> open(const std::string &user);

private:
  std::map<std::string, std::shared_ptr<Session>> sessions;
};
class Session {
public:
  explicit Session(std::shared_ptr<Server> server)
      : server(std::move(server)) {}

private:
  std::shared_ptr<Server> server;
};
std::shared_ptr<Session> Server::open(const std::string &user) {
  return sessions[user] = std::make_shared<Session>(shared_from_this());
}
// CHECK: :[[@LINE-5]]:27: warning: 'Session::server' keeps its own owner alive: Session -> server -> Server -> sessions -> Session; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:27: note: 'Session::server' holds 'Server' directly
// CHECK: :[[@LINE-10]]:9: note: here 'Session::server' gets its 'Server'
// CHECK: :[[@LINE-16]]:51: note: 'Server::sessions' holds 'Session' as value of map
// CHECK: :[[@LINE-6]]:25: note: here 'Server::sessions' gets its 'Session'

// Owner -index-> Deep -owner-> Owner
struct Deep;
struct Owner {
  std::unordered_map<
      std::string,
      std::deque<std::optional<std::tuple<int, std::shared_ptr<const Deep>>>>>
      index;
};
struct Deep {
  std::shared_ptr<Owner> owner;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Deep::owner' can keep its own owner alive: Deep -> owner -> Owner -> index -> Deep; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Deep::owner' holds 'Owner' directly
// CHECK: :[[@LINE-7]]:7: note: 'Owner::index' holds 'Deep' as value of unordered_map, element of deque, content of optional, member of tuple

// Widget -parent-> Widget -children-> Widget
struct Widget {
  std::list<std::shared_ptr<Widget>> children;
  std::shared_ptr<Widget> parent;
};
// CHECK: :[[@LINE-2]]:27: warning: 'Widget::parent' can keep its own owner alive: Widget -> parent -> Widget -> children -> Widget; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:27: note: 'Widget::parent' holds 'Widget' directly
// CHECK: :[[@LINE-5]]:38: note: 'Widget::children' holds 'Widget' as element of list

// HolderOfAtomic -one-> InAtomic -other-> HolderOfAtomic
struct InAtomic;
struct HolderOfAtomic {
  std::atomic<std::shared_ptr<InAtomic>> one;
};
struct InAtomic {
  std::shared_ptr<HolderOfAtomic> other;
};
// CHECK: :[[@LINE-2]]:35: warning: 'InAtomic::other' can keep its own owner alive: InAtomic -> other -> HolderOfAtomic -> one -> InAtomic; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:35: note: 'InAtomic::other' holds 'HolderOfAtomic' directly
// CHECK: :[[@LINE-7]]:42: note: 'HolderOfAtomic::one' holds 'InAtomic' as content of atomic

// Table -cells-> Cell -table-> Table
struct Cell;
struct Table {
  std::unique_ptr<std::array<std::variant<int, std::shared_ptr<Cell>>, 9>>
      cells;
};
struct Cell {
  std::shared_ptr<Table> table;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Cell::table' can keep its own owner alive: Cell -> table -> Table -> cells -> Cell; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Cell::table' holds 'Table' directly
// CHECK: :[[@LINE-7]]:7: note: 'Table::cells' holds 'Cell' by unique_ptr, as element of array, alternative of variant

// Chain is a set<shared_ptr<Linked>> -other-> Linked
struct Linked;
struct Chain : std::set<std::shared_ptr<Linked>> {};
struct Linked {
  std::shared_ptr<Chain> other;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Linked::other' can keep its own owner alive: Linked -> other -> Chain -> (base std::set<std::shared_ptr<Linked>>) -> Linked; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Linked::other' holds 'Chain' directly
// CHECK: :[[@LINE-6]]:16: note: 'Chain' through its base class 'std::set<std::shared_ptr<Linked>>' holds 'Linked' as element of set

// All of it with a weak pointer on one side.
struct Part;
struct Whole : std::enable_shared_from_this<Whole> {
  std::map<std::string, std::shared_ptr<Part>> parts;
  std::atomic<std::shared_ptr<Part>> current;
};
struct Part {
  std::weak_ptr<Whole> whole;
  std::atomic<std::weak_ptr<Whole>> again;
  std::vector<std::optional<std::weak_ptr<Whole>>> others;
};
