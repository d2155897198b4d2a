// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A class template: each instantiation has a cycle of its own, and all share
// one line.

#include <memory>
#include <vector>

// Link<T> -other-> Peer<T> -link-> Link<T>
template <typename T> struct Link;
template <typename T> struct Peer {
  std::shared_ptr<Link<T>> link;
};
template <typename T> struct Link {
  T value;
  std::shared_ptr<Peer<T>> other;
};
Link<int> ints;
Peer<int> intPeer;
Link<char> chars;
Peer<char> charPeer;
// CHECK: :[[@LINE-6]]:28: warning: 'Link::other' can keep its own owner alive: Link<char> -> other -> Peer<char> -> link -> Link<char>; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-7]]:28: note: 'Link::other' holds 'Peer<char>' directly
// CHECK: :[[@LINE-12]]:28: note: 'Peer::link' holds 'Link<char>' directly
// CHECK: :[[@LINE-9]]:28: note: the same field closes Link<int> -> other -> Peer<int> -> link -> Link<int>

// Parent<T> -children-> Child<T> -parent-> Parent<T>, explicitly instantiated
template <typename T> struct Parent;
template <typename T> struct Child {
  std::shared_ptr<Parent<T>> parent;
};
template <typename T> struct Parent {
  std::vector<std::shared_ptr<Child<T>>> children;
};
template struct Parent<int>;
template struct Child<int>;
// CHECK: :[[@LINE-7]]:30: warning: 'Child::parent' can keep its own owner alive: Child<int> -> parent -> Parent<int> -> children -> Child<int>; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-8]]:30: note: 'Child::parent' holds 'Parent<int>' directly
// CHECK: :[[@LINE-6]]:42: note: 'Parent::children' holds 'Child<int>' as element of vector

// Only what an instantiation really holds counts.
template <typename T> struct Box {
  T content;
};
struct WithWeakBox {
  Box<std::weak_ptr<WithWeakBox>> box;
};

// A template that nobody instantiates has no objects.
template <typename T> struct Unused {
  std::shared_ptr<Unused> next, previous;
};

// Instantiations that do not meet are no cycle: Chain<2> -> Chain<1> ->
// Chain<0>.
template <int Length> struct Chain {
  std::shared_ptr<Chain<Length - 1>> rest;
};
template <> struct Chain<0> {};
Chain<2> chain;
