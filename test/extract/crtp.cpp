// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// The curiously recurring template pattern.

#include <memory>

// Plug -other-> Socket -other-> Plug, both through Connected<...>
template <typename Self, typename Other> struct Connected {
  std::shared_ptr<Other> other;
};
struct Socket;
struct Plug : Connected<Plug, Socket> {};
struct Socket : Connected<Socket, Plug> {};
// CHECK: :[[@LINE-5]]:26: warning: 'Connected::other' can keep its own owner alive: Plug -> other -> Socket -> other -> Plug; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:26: note: 'Connected::other', which 'Plug' has through base 'Connected<Plug, Socket>', holds 'Socket' directly
// CHECK: :[[@LINE-7]]:26: note: 'Connected::other', which 'Socket' has through base 'Connected<Socket, Plug>', holds 'Plug' directly

// std::enable_shared_from_this is weak inside.
struct Tree;
struct Leaf : std::enable_shared_from_this<Leaf> {
  Tree *tree;
};
struct Tree : std::enable_shared_from_this<Tree> {
  std::shared_ptr<Leaf> leaf;
};

// The recurring parameter alone holds nothing.
template <typename Self> struct Counted {
  Self *self() { return static_cast<Self *>(this); }
};
struct Item : Counted<Item> {};
