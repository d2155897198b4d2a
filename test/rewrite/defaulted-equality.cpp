// A defaulted == compares the fields, and weak pointers have no ==.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none --std=c++20 %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': its class has a defaulted comparison, and weak pointers cannot be compared
  std::shared_ptr<Parent> parent;
  bool operator==(const Child &) const = default;
};
