// Strong copies in lists, pairs, tuples and what else holds one.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <any>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Part {
  std::shared_ptr<Parent> of;
  int number;
};
struct Child {
  std::shared_ptr<Parent> parent;
  std::vector<std::shared_ptr<Parent>> wholes() const { return {parent}; }
  Part part() const { return {parent, 1}; }
  void print() const {
    std::vector list{parent, parent};
    auto pair = std::make_pair(parent, 1);
    std::tuple<int, std::shared_ptr<Parent>> tuple(1, parent);
    std::optional<std::shared_ptr<Parent>> optional(parent);
    std::any any = parent;
    std::map<int, std::shared_ptr<Parent>> map{{1, parent}};
    map.emplace(2, parent);
    map[3] = parent;
    list.emplace_back(parent);
    for (const auto &p : {parent, list[0]})
      std::cout << p->size;
    std::cout << wholes().size() << part().of->size << list.size() << map.size()
              << pair.first->size << std::get<1>(tuple)->size
              << (*optional)->size
              << std::any_cast<std::shared_ptr<Parent>>(any)->size << '\n';
  }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  std::vector<std::shared_ptr<Parent>> wholes() const { return {parent.lock()}; }
// CHECK-NEXT: {{^}}+  Part part() const { return {parent.lock(), 1}; }
// CHECK: {{^}}+    std::vector list{parent.lock(), parent.lock()};
// CHECK-NEXT: {{^}}+    auto pair = std::make_pair(parent.lock(), 1);
// CHECK-NEXT: {{^}}+    std::tuple<int, std::shared_ptr<Parent>> tuple(1, parent.lock());
// CHECK-NEXT: {{^}}+    std::optional<std::shared_ptr<Parent>> optional(parent.lock());
// CHECK-NEXT: {{^}}+    std::any any = parent.lock();
// CHECK-NEXT: {{^}}+    std::map<int, std::shared_ptr<Parent>> map{{[{][{]}}1, parent.lock()}};
// CHECK-NEXT: {{^}}+    map.emplace(2, parent.lock());
// CHECK-NEXT: {{^}}+    map[3] = parent.lock();
// CHECK-NEXT: {{^}}+    list.emplace_back(parent.lock());
// CHECK-NEXT: {{^}}+    for (const auto &p : {parent.lock(), list[0]})

int main() {
  std::shared_ptr<Parent> parent(new Parent);
  std::shared_ptr<Child> child(new Child);
  child->parent = parent;
  parent->kids.push_back(child);
  child->print();
}
