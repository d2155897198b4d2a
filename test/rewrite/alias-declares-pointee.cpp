// The alias's argument declares the pointee, so the alias cannot be spelled out.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

template <typename T> using Pointer = std::shared_ptr<T>;
struct Child {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': its type is an alias, and the class that it points to has no name that can be written here
  Pointer<struct Parent> parent;
};
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
