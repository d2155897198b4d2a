// RUN: %tidy --quiet '--checks=-*,ownership-*' %s \
// RUN:   --config='{CheckOptions: {ownership-shared-ptr-cycle.MinimumVerdict: possible}}' \
// RUN:   -- %mock | FileCheck %s --implicit-check-not='{{(warning|error):|holds|closes}}'

// One field alone that holds its own kind. Types cannot tell a list or a tree,
// which never closes, from a ring; and the field is the only owner of the rest
// of the list, so nothing may say that it should be weak.

#include <memory>
#include <vector>

// ListNode -next-> ListNode
struct ListNode {
  std::shared_ptr<ListNode> next;
};
// CHECK: :[[@LINE-2]]:29: warning: 'ListNode::next' can keep its own owner alive: ListNode -> next -> ListNode [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:29: note: 'ListNode::next' holds 'ListNode' directly

// TreeNode -children-> TreeNode
struct TreeNode {
  std::vector<std::shared_ptr<TreeNode>> children;
};
// CHECK: :[[@LINE-2]]:42: warning: 'TreeNode::children' can keep its own owner alive: TreeNode -> children -> TreeNode [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:42: note: 'TreeNode::children' holds 'TreeNode' as element of vector

struct UniqueNode {
  std::unique_ptr<UniqueNode> next;
  std::vector<UniqueNode> children;
};
