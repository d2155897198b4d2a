// A pointer, a reference, an iterator and a view into the owner, kept in
// variables.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::string name = "house";
  std::map<std::string, int> rooms{{"attic", 1}, {"cellar", 2}};
  std::vector<std::shared_ptr<Child>> kids;
  Parent *self() { return this; }
};
struct Child {
  std::shared_ptr<Parent> parent;
  std::string room = "cellar";
  void print() const {
    Parent *pointer = parent.get();
    std::cout << pointer->size;
    {
      const auto &whole = *parent;
      std::cout << whole.size;
    }
    if (auto *whole = parent->self())
      std::cout << whole->size;
    for (auto it = parent->rooms.begin(); it != parent->rooms.end(); ++it)
      std::cout << it->first;
    auto room = parent->rooms.find(this->room);
    std::string_view name = parent->name;
    std::cout << room->second << name << '\n';
  }
};
static int sizeFrom(const Child &child) {
  Parent &whole = *child.parent;
  return whole.size;
}

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}+    auto [[POINTER:[a-zA-Z0-9]+]] = parent.lock();
// CHECK-NEXT: {{^}}+    Parent *pointer = [[POINTER]].get();
// CHECK: {{^}}+      auto [[REF:[a-zA-Z0-9]+]] = parent.lock();
// CHECK-NEXT: {{^}}+      const auto &whole = *[[REF]];
// CHECK: {{^}}+    auto [[IF:[a-zA-Z0-9]+]] = parent.lock();
// CHECK-NEXT: {{^}}+    if (auto *whole = [[IF]]->self())
// CHECK: {{^}}+    auto [[FOR:[a-zA-Z0-9]+]] = parent.lock();
// CHECK-NEXT: {{^}}+    for (auto it = [[FOR]]->rooms.begin(); it != parent.lock()->rooms.end(); ++it)
// CHECK: {{^}}+    auto [[FIND:[a-zA-Z0-9]+]] = parent.lock();
// CHECK-NEXT: {{^}}+    auto room = [[FIND]]->rooms.find(this->room);
// CHECK-NEXT: {{^}}+    auto [[VIEW:[a-zA-Z0-9]+]] = parent.lock();
// CHECK-NEXT: {{^}}+    std::string_view name = [[VIEW]]->name;
// CHECK: {{^}}+  auto lockedParent = child.parent.lock();
// CHECK-NEXT: {{^}}+  Parent &whole = *lockedParent;

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->print();
  std::cout << sizeFrom(*child) << '\n';
}
