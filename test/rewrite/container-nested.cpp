// Containers of containers, as deep as they go.
//
//     Child -> parents -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <vector>

struct Child;
struct Parent {
  int size = 3;
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::map<std::string, std::list<std::shared_ptr<Parent>>> parents;
  std::shared_ptr<Parent> first(const std::string &kind) const {
    auto found = parents.find(kind);
    return found == parents.end() || found->second.empty()
               ? nullptr
               : found->second.front();
  }
  void print() {
    for (auto &entry : parents)
      for (auto &p : entry.second)
        std::cout << entry.first << p->size;
    auto &mothers = parents["mother"];
    mothers.remove_if([](const std::shared_ptr<Parent> &p) { return !p; });
    std::cout << mothers.size() << mothers.front()->size << '\n';
  }
};

// CHECK: {{^}}+  std::map<std::string, std::list<std::weak_ptr<Parent>>> parents;
// CHECK: {{^}}+               : found->second.front().lock();
// CHECK: {{^}}+      for (auto &weakP : entry.second) {
// CHECK-NEXT: {{^}}+        auto p = weakP.lock();
// CHECK: {{^}}+      }
// CHECK: {{^}}+    mothers.remove_if([](const std::weak_ptr<Parent> &weakP) { const auto p = weakP.lock(); return !p; });
// CHECK: {{^}}+    std::cout << mothers.size() << mothers.front().lock()->size << '\n';

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  parent->kids.push_back(child);
  child->parents["mother"].push_back(parent);
  child->print();
  std::cout << (child->first("father") == nullptr)
            << child->first("mother")->size << '\n';
}
