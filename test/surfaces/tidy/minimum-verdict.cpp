// RUN: %tidy --quiet '--checks=-*,ownership-*' %s \
// RUN:   --config='{CheckOptions: {ownership-shared-ptr-cycle.MinimumVerdict: possible}}' \
// RUN:   -- %mock | FileCheck %s --check-prefixes=POSSIBLE,LIKELY \
// RUN:   --implicit-check-not=warning:
// RUN: %tidy --quiet '--checks=-*,ownership-*' %s \
// RUN:   --config='{CheckOptions: {ownership-shared-ptr-cycle.MinimumVerdict: likely}}' \
// RUN:   -- %mock | FileCheck %s --check-prefix=LIKELY \
// RUN:   --implicit-check-not=warning:
// RUN: %tidy --quiet '--checks=-*,ownership-*' %s \
// RUN:   --config='{CheckOptions: {ownership-shared-ptr-cycle.MinimumVerdict: confirmed}}' \
// RUN:   -- %mock | count 0

// A class that holds its own kind through one field may be a list; two classes
// that hold each other, or two fields that run in opposite directions, hardly
// are. Nothing is stored here, so nothing is confirmed.

#include <memory>
#include <vector>

// ListNode -next-> ListNode
struct ListNode {
  std::shared_ptr<ListNode> next;
};
// POSSIBLE: :[[@LINE-2]]:29: warning: 'ListNode::next' can keep

// Session -server-> Server -sessions-> Session
struct Session;
struct Server {
  std::vector<std::shared_ptr<Session>> sessions;
};
struct Session {
  std::shared_ptr<Server> server;
};
// LIKELY: :[[@LINE-2]]:27: warning: 'Session::server' can keep

// Widget -parent-> Widget -children-> Widget
struct Widget {
  std::vector<std::shared_ptr<Widget>> children;
  std::shared_ptr<Widget> parent;
};
// LIKELY: :[[@LINE-2]]:27: warning: 'Widget::parent' can keep
