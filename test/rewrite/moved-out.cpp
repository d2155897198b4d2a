// `std::move(f)` and `std::exchange(f, nullptr)` take the pointer out.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --std=c++14 %s %t | FileCheck %s
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
  std::shared_ptr<Parent> parent;
  std::shared_ptr<Parent> leave() { return std::move(parent); }
  int leaveFor() { return sizeOf(std::move(this->parent)); }
  std::shared_ptr<Parent> exchange() { return std::exchange(parent, nullptr); }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  std::shared_ptr<Parent> leave() { return std::exchange(parent, {}).lock(); }
// CHECK-NEXT: {{^}}+  int leaveFor() { return sizeOf(std::exchange(this->parent, {}).lock()); }
// CHECK-NEXT: {{^}}+  std::shared_ptr<Parent> exchange() { return std::exchange(parent, {}).lock(); }

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child), other(new Child), third(new Child),
      last(new Child);
  child->parent = parent;
  other->parent = parent;
  third->parent = parent;
  last->parent = parent;
  parent->kids.push_back(child);
  parent->kids.push_back(other);
  parent->kids.push_back(third);
  parent->kids.push_back(last);
  std::cout << child->leave()->size << other->leaveFor()
            << third->exchange()->size << (child->parent == nullptr) << '\n';
}
