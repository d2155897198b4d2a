// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Looks safe: a store into the object under construction. But the constructor
// asks the owner for its own handle.
//
//   Server -session-> Session -server-> Server

#include <memory>

struct Server;
struct Session {
  explicit Session(Server &owner);
  std::shared_ptr<Server> server;
};
struct Server : std::enable_shared_from_this<Server> {
  void open() { session = std::make_shared<Session>(*this); }
  std::shared_ptr<Session> session;
};
Session::Session(Server &owner) : server(owner.shared_from_this()) {}
// CHECK: warning: 'Session::server' keeps its own owner alive: Session -> server -> Server -> session -> Session; make it a std::weak_ptr
// CHECK: :[[@LINE-2]]:35: note: here 'Session::server' gets its 'Server'
// CHECK: :[[@LINE-6]]:25: note: here 'Server::session' gets its 'Session'

// A reference to it owns nothing.
struct Club;
struct Member {
  explicit Member(Club &owner) : club(owner) {}
  Club &club;
};
struct Club : std::enable_shared_from_this<Club> {
  void join() { member = std::make_shared<Member>(*this); }
  std::shared_ptr<Member> member;
};
