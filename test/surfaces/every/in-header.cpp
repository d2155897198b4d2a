// The classes are in a header, and so is the fix. A language server cannot edit
// another file than the open one: it shows the finding at the statement here.
//
//     Server -sessions-> Session -server_-> Server
//
// RUN: %every_surface %s %t -- %mock | FileCheck %s
#include "Inputs/session.h"

// CHECK: Inputs/session.h:11:27: warning: 'Session::server_' keeps its own owner alive
void Session::attach(const std::shared_ptr<Server> &server) {
  // CHECK: in-header.cpp:[[#@LINE+1]]:11: note: here 'Session::server_' gets its 'Server'
  server_ = server;
  server->sessions.push_back(shared_from_this());
}
int Session::load() const { return server_->sessions.size(); }
// CHECK:      fixed:
// CHECK-NEXT: -std::shared_ptr<Server> server_;
// CHECK-NEXT: +std::weak_ptr<Server> server_;
// CHECK-NEXT: -int Session::load() const { return server_->sessions.size(); }
// CHECK-NEXT: +int Session::load() const { return server_.lock()->sessions.size(); }
