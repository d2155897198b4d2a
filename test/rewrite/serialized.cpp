// A serializer is handed the field itself, whatever type that has.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Archive {
  template <class Field> Archive &operator&(Field &field);
};
struct Child {
  std::shared_ptr<Parent> parent;
  template <class A> void serialize(A &archive) {
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': it is used in a way that no fix is known for
    archive &parent;
  }
};
void save(Child &child, Archive &archive) { child.serialize(archive); }
