// Functions in sight that only read or copy what they take by const reference,
// and constructors.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
static int sizeOf(const std::shared_ptr<Parent> &p) { return p->size; }
static int twice(const std::shared_ptr<Parent> &p) {
  const auto &same = p;
  return same ? sizeOf(same) + sizeOf(p) : 0;
}
static const std::shared_ptr<Parent> &same(const std::shared_ptr<Parent> &p) {
  return p;
}
template <typename T> int sizeOfAny(const T &t) { return t->size; }
static int which(const std::shared_ptr<Parent> &) { return 1; }
static int which(int) { return 2; }
struct Visit {
  std::shared_ptr<Parent> whole;
  int size;
  explicit Visit(const std::shared_ptr<Parent> &p) : whole(p), size(p->size) {}
};
struct Child {
  std::shared_ptr<Parent> parent;
  void print() const {
    std::cout << sizeOf(parent) << twice(parent) << same(parent)->size
              << sizeOfAny(parent) << which(parent);
    Visit visit(parent);
    auto made = std::make_shared<Visit>(parent);
    std::cout << visit.size << made->size << '\n';
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    std::cout << sizeOf(parent.lock()) << twice(parent.lock()) << same(parent.lock())->size
// CHECK-NEXT: {{^}}+              << sizeOfAny(parent.lock()) << which(parent.lock());
// CHECK-NEXT: {{^}}+    Visit visit(parent.lock());
// CHECK-NEXT: {{^}}+    auto made = std::make_shared<Visit>(parent.lock());

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->print();
}
