// `std::move(v[i])` and `std::exchange(v[i], nullptr)` take the pointer out of an
// element, and leave that empty.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
// RUN: %prove_fix --std=c++23 %s %t.23 | FileCheck %s
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
static int sizeOf(std::shared_ptr<Parent> &&whole) {
  auto taken = std::move(whole);
  return taken->size;
}
struct Child {
  std::vector<std::shared_ptr<Parent>> parents;
  int take() {
    auto last = std::move(parents.back());
    parents.pop_back();
    return last->size;
  }
  int takeFirst() { return sizeOf(std::move(*parents.begin())); }
  std::shared_ptr<Parent> take(int i) { return std::move(parents[i]); }
  int exchange(int i) { return std::exchange(parents[i], nullptr)->size; }
};

// CHECK: {{^}}+  std::vector<std::weak_ptr<Parent>> parents;
// CHECK: {{^}}+    auto last = std::exchange(parents.back(), {}).lock();
// CHECK: {{^}}+  int takeFirst() { return sizeOf(std::exchange(*parents.begin(), {}).lock()); }
// CHECK-NEXT: {{^}}+  std::shared_ptr<Parent> take(int i) { return std::exchange(parents[i], {}).lock(); }
// CHECK-NEXT: {{^}}+  int exchange(int i) { return std::exchange(parents[i], {}).lock()->size; }

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child), other(new Child);
  child->parents.push_back(parent);
  parent->kids.push_back(child);
  other->parents.assign(4, parent);
  parent->kids.push_back(other);
  std::cout << other->take() << other->takeFirst() << other->take(1)->size
            << other->exchange(2);
  for (const auto &left : other->parents)
    std::cout << (left == nullptr);
  std::cout << '\n';
}
