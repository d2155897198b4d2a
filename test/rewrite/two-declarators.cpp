// Fields that share one declaration with others get one of their own: the first,
// one between others, and the last.
//
//     A -> parent -> PA -> kids -> A, and two more like it
//
// RUN: %prove_fix --std=c++11 %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct A;
struct B;
struct C;
struct PA {
  int size = 7;
  std::vector<std::shared_ptr<A>> kids;
};
struct PB {
  int size = 8;
  std::vector<std::shared_ptr<B>> kids;
};
struct PC {
  int size = 9;
  std::vector<std::shared_ptr<C>> kids;
};
struct A {
  std::shared_ptr<PA> parent, previous;
};
struct B {
  std::shared_ptr<PB> previous = nullptr, parent = nullptr, /* more */ next;
};
struct C {
  std::shared_ptr<PC> previous,
      parent; // the way back
};
// CHECK: {{^}}-  std::shared_ptr<PA> parent, previous;
// CHECK-NEXT: {{^}}+  std::weak_ptr<PA> parent;
// CHECK-NEXT: {{^}}+  std::shared_ptr<PA> previous;
// CHECK: {{^}}-  std::shared_ptr<PB> previous = nullptr, parent = nullptr, /* more */ next;
// CHECK-NEXT: {{^}}+  std::shared_ptr<PB> previous = nullptr;
// CHECK-NEXT: {{^}}+  std::weak_ptr<PB> parent = {};
// CHECK-NEXT: {{^}}+  std::shared_ptr<PB> /* more */ next;
// CHECK: {{^}}-  std::shared_ptr<PC> previous,
// CHECK-NEXT: {{^}}+  std::shared_ptr<PC> previous;
// CHECK-NEXT: {{^}}+  std::weak_ptr<PC>

int main() {
  auto pa = std::make_shared<PA>();
  auto a = std::make_shared<A>();
  pa->kids.push_back(a);
  a->parent = pa;
  auto pb = std::make_shared<PB>();
  auto b = std::make_shared<B>();
  pb->kids.push_back(b);
  b->parent = pb;
  auto pc = std::make_shared<PC>();
  auto c = std::make_shared<C>();
  pc->kids.push_back(c);
  c->parent = pc;
  std::cout << a->parent->size << b->parent->size << c->parent->size << '\n';
}
