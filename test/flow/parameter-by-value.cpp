// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// What a function takes out of a parameter by value stays in what its caller
// has, unless the caller moves it there.
//
//   Customer -accounts-> Account -holders-> Customer
//   Guest -booking-> Booking -guest-> Guest
//   Boat -crew-> Sailor -boat-> Boat

#include <memory>
#include <utility>
#include <vector>

// Made by the library, from a container that goes on.
struct Account;
struct Customer {
  std::vector<std::shared_ptr<Account>> accounts;
};
struct Account {
  explicit Account(std::vector<std::shared_ptr<Customer>> holders)
      : holders(std::move(holders)) {}
  std::vector<std::shared_ptr<Customer>> holders;
};
// CHECK: warning: 'Account::holders' keeps its own owner alive
void open() {
  std::vector<std::shared_ptr<Customer>> holders;
  holders.push_back(std::make_shared<Customer>());
  auto account = std::make_shared<Account>(holders);
  for (auto &holder : holders)
    holder->accounts.push_back(account);
}

// The same with a class that holds one.
struct Booking;
struct Guest {
  std::shared_ptr<Booking> booking;
};
struct Request {
  std::shared_ptr<Guest> guest;
};
struct Booking {
  explicit Booking(Request request) : guest(std::move(request.guest)) {}
  std::shared_ptr<Guest> guest;
};
// CHECK: warning: 'Guest::booking' keeps its own owner alive
void book() {
  Request request;
  request.guest = std::make_shared<Guest>();
  auto booking = std::make_shared<Booking>(request);
  request.guest->booking = booking;
}

// The caller gives it away, to whom lets it go.
struct Boat;
struct Sailor {
  std::shared_ptr<Boat> boat;
};
struct Boat : std::enable_shared_from_this<Boat> {
  void hire() {
    auto sailor = std::make_shared<Sailor>();
    sailor->boat = shared_from_this();
    crew.push_back(sailor);
  }
  std::vector<std::shared_ptr<Sailor>> crew;
};
void pay(std::vector<std::shared_ptr<Sailor>> crew) { crew.clear(); }
void sail() {
  auto boat = std::make_shared<Boat>();
  boat->hire();
  pay(std::move(boat->crew));
}
