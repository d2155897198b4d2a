// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Looks safe, for a list is one: an object that holds itself.
//
//   Session -self-> Session

#include <memory>

struct Session {
  std::shared_ptr<Session> self;
};
void keepAlive() {
  auto s = std::make_shared<Session>();
  s->self = s;
}
// CHECK: warning: 'Session::self' keeps its own owner alive: Session -> self -> Session; make it a std::weak_ptr
// CHECK: :[[@LINE-3]]:11: note: here 'Session::self' gets its 'Session'

// Another object of the class.
struct Item {
  std::shared_ptr<Item> next;
};
void append() {
  auto first = std::make_shared<Item>();
  auto second = std::make_shared<Item>();
  first->next = second;
}
