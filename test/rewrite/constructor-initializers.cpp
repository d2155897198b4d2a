// `: f(p)`, `: f{p}`, `: f(nullptr)`, `: f()`, and a copy constructor's `: f(o.f)`.
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
class Child {
  std::shared_ptr<Parent> parent;

public:
  Child() : parent() {}
  explicit Child(int) : parent(nullptr) {}
  explicit Child(char) : parent{nullptr} {}
  explicit Child(const std::shared_ptr<Parent> &p) : parent(p) {}
  Child(const std::shared_ptr<Parent> &p, int) : parent{p} {}
  Child(const Child &other) : parent(other.parent) {}
  int size() const { return parent ? parent->size : 0; }
};

// CHECK: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK-NOT: {{^[-+].*}} parent() {}
// CHECK: {{^}}+  explicit Child(int) : parent() {}
// CHECK-NEXT: {{^}}+  explicit Child(char) : parent{} {}
// CHECK-NOT: {{^[-+].*}}(p)
// CHECK-NOT: {{^[-+].*}}{p}
// CHECK: {{^}}+  Child(const Child &other) : parent(other.parent.lock()) {}

int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>(parent);
  parent->kids.push_back(child);
  Child none, number(1), letter('a'), braced(parent, 1), copy(*child);
  std::cout << none.size() << number.size() << letter.size() << braced.size()
            << copy.size() << child->size() << '\n';
}
