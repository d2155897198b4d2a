// A destructor calls an algorithm, and the algorithm an operator that reads the
// field.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <algorithm>
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  bool operator==(const Child &other) const {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': a destructor may run this, and a weak pointer to an object that is being destroyed is empty
    return parent->kids.size() == other.parent->kids.size();
  }
};
struct Counter {
  std::vector<Child> parts;
  long equal = 0;
  ~Counter() { equal = std::count(parts.begin(), parts.end(), parts.front()); }
};
