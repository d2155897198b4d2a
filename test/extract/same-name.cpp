// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Classes of one name in two namespaces. Where both are on one cycle, their
// namespaces tell them apart.

#include <memory>

// tree::Node -net-> net::Node -back-> tree::Node
namespace net {
struct Node;
}
namespace tree {
struct Node {
  std::shared_ptr<net::Node> net;
};
} // namespace tree
namespace net {
struct Node {
  std::shared_ptr<tree::Node> back;
};
} // namespace net
// CHECK: :[[@LINE-3]]:31: warning: 'Node::back' can keep its own owner alive: net::Node -> back -> tree::Node -> net -> net::Node; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-4]]:31: note: 'Node::back' holds 'tree::Node' directly
// CHECK: :[[@LINE-10]]:30: note: 'Node::net' holds 'net::Node' directly

// a::Left -right-> a::Right; b::Right -left-> b::Left: no cycle
namespace a {
struct Right;
struct Left {
  std::shared_ptr<Right> right;
};
struct Right {};
} // namespace a
namespace b {
struct Left;
struct Right {
  std::shared_ptr<Left> left;
};
struct Left {};
} // namespace b

// Two cycles of the same names stay two.
namespace c {
struct Right;
struct Left {
  std::shared_ptr<Right> one;
};
struct Right {
  std::shared_ptr<Left> two;
};
} // namespace c
namespace d {
struct Right;
struct Left {
  std::shared_ptr<Right> one;
};
struct Right {
  std::shared_ptr<Left> two;
};
} // namespace d
// CHECK: :[[@LINE-12]]:25: warning: 'Right::two' can keep its own owner alive: Right -> two -> Left -> one -> Right; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-13]]:25: note: 'Right::two' holds 'Left' directly
// CHECK: :[[@LINE-17]]:26: note: 'Left::one' holds 'Right' directly
// CHECK: :[[@LINE-6]]:25: warning: 'Right::two' can keep its own owner alive: Right -> two -> Left -> one -> Right; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-7]]:25: note: 'Right::two' holds 'Left' directly
// CHECK: :[[@LINE-11]]:26: note: 'Left::one' holds 'Right' directly
