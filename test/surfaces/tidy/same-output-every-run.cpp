// RUN: %check_tidy %s -- %mock >%t.1
// RUN: %check_tidy %s -- %mock >%t.2
// RUN: %check_tidy %s -- %mock >%t.3
// RUN: FileCheck %s --input-file=%t.1
// RUN: cmp %t.1 %t.2
// RUN: cmp %t.1 %t.3

// A component with far more cycles than are reported: which ones, and in which
// order, does not depend on where things are in memory.

#include <memory>
#include <vector>

struct A;
struct B;
struct C;
struct D;
struct E;
template <typename T> struct Node {
  std::shared_ptr<T> content;
  std::shared_ptr<Node<T>> next, previous;
  std::shared_ptr<A> a;
};
struct A {
  std::shared_ptr<B> b;
  std::shared_ptr<C> c;
  std::shared_ptr<D> d;
  std::vector<std::shared_ptr<E>> e;
  Node<B> node;
};
struct B {
  std::shared_ptr<A> a;
  std::shared_ptr<C> c;
  std::shared_ptr<D> d;
  std::vector<std::shared_ptr<E>> e;
  Node<C> node;
};
struct C {
  std::shared_ptr<A> a;
  std::shared_ptr<B> b;
  std::shared_ptr<D> d;
  std::vector<std::shared_ptr<E>> e;
  Node<D> node;
};
struct D {
  std::shared_ptr<A> a;
  std::shared_ptr<B> b;
  std::shared_ptr<C> c;
  std::vector<std::shared_ptr<E>> e;
  Node<E> node;
};
struct E {
  std::shared_ptr<A> a;
  std::shared_ptr<B> b;
  std::shared_ptr<C> c;
  std::shared_ptr<D> d;
  Node<A> node;
};
// CHECK: warning:
// CHECK: close more cycles through their
