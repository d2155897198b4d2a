// The field's type written with and without its namespace, const, mutable, and
// with an attribute.
//
//     Qualified -> parent -> Parent -> kids -> Qualified
//     (and more classes in the same way)
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>

using std::shared_ptr;
struct Qualified;
struct Global;
struct Unqualified;
struct Constant;
struct ConstantPointee;
struct Attributed;
struct Parent {
  std::shared_ptr<Qualified> qualified;
  std::shared_ptr<Global> global;
  std::shared_ptr<Unqualified> unqualified;
  std::shared_ptr<Constant> constant;
  std::shared_ptr<ConstantPointee> constantPointee;
  std::shared_ptr<Attributed> attributed;
};

struct Qualified {
  std::shared_ptr<Parent> parent;
};
struct Global {
  ::std::shared_ptr<Parent> parent;
};
struct Unqualified {
  mutable shared_ptr<Parent> parent;
};
struct Constant {
  const std::shared_ptr<Parent> parent;
};
struct ConstantPointee {
  std::shared_ptr<const Parent> parent;
};
struct Attributed {
  [[maybe_unused]] alignas(16) std::shared_ptr<Parent> parent;
};

// CHECK: {{^}}-  std::shared_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}-  ::std::shared_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  ::std::weak_ptr<Parent> parent;
// CHECK: {{^}}-  mutable shared_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  mutable std::weak_ptr<Parent> parent;
// CHECK: {{^}}-  const std::shared_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  const std::weak_ptr<Parent> parent;
// CHECK: {{^}}-  std::shared_ptr<const Parent> parent;
// CHECK-NEXT: {{^}}+  std::weak_ptr<const Parent> parent;
// CHECK: {{^}}-  {{.*}} std::shared_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  {{.*}} std::weak_ptr<Parent> parent;
