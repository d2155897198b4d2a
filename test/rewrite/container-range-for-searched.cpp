// The element is passed on to a search, whose result is an iterator into what is
// searched and cannot refer to the element.
//
//     Person -> friends -> Person -> friends -> Person
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <algorithm>
#include <iostream>
#include <memory>
#include <vector>

struct Person {
  std::vector<std::shared_ptr<Person>> friends;
  bool knows(const std::shared_ptr<Person> &person) const {
    return std::find(friends.begin(), friends.end(), person) != friends.end();
  }
  int mutual(const Person &other) const {
    int n = 0;
    for (const auto &f : friends)
      n += other.knows(f);
    return n;
  }
};
// CHECK: {{^}}-  std::vector<std::shared_ptr<Person>> friends;
// CHECK-NEXT: {{^}}+  std::vector<std::weak_ptr<Person>> friends;
// CHECK: {{^}}+    for (const auto &weakF : friends) {

int main() {
  auto a = std::make_shared<Person>(), b = std::make_shared<Person>(),
       c = std::make_shared<Person>();
  a->friends.push_back(b);
  b->friends.push_back(a);
  a->friends.push_back(c);
  b->friends.push_back(c);
  std::cout << a->mutual(*b) << '\n';
}
