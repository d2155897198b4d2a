// The field's type written with and without its namespace, const, as an alias,
// an alias template, a member alias, and with a namespace's alias.
//
//     Qualified -> parent -> Parent -> kids -> Qualified
//     (and more classes in the same way)
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>
#include <vector>

namespace standard = std;
using std::shared_ptr;
template <typename T> using Pointer = std::shared_ptr<T>;
struct Qualified;
struct Global;
struct Renamed;
struct Unqualified;
struct Constant;
struct ConstantPointee;
struct Alias;
struct AliasTemplate;
struct MemberAlias;
struct Attributed;
struct Parent {
  using Ptr = std::shared_ptr<Parent>;
  std::vector<std::shared_ptr<Qualified>> qualified;
  std::vector<std::shared_ptr<Global>> global;
  std::vector<std::shared_ptr<Renamed>> renamed;
  std::vector<std::shared_ptr<Unqualified>> unqualified;
  std::vector<std::shared_ptr<Constant>> constant;
  std::vector<std::shared_ptr<ConstantPointee>> constantPointee;
  std::vector<std::shared_ptr<Alias>> alias;
  std::vector<std::shared_ptr<AliasTemplate>> aliasTemplate;
  std::vector<std::shared_ptr<MemberAlias>> memberAlias;
  std::vector<std::shared_ptr<Attributed>> attributed;
};
typedef std::shared_ptr<Parent> ParentPtr;

struct Qualified {
  std::shared_ptr<Parent> parent;
};
struct Global {
  ::std::shared_ptr<Parent> parent;
};
struct Renamed {
  standard::shared_ptr<Parent> parent;
};
struct Unqualified {
  shared_ptr<Parent> parent;
};
struct Constant {
  const std::shared_ptr<Parent> parent;
};
struct ConstantPointee {
  std::shared_ptr<const Parent> parent;
};
struct Alias {
  ParentPtr parent;
};
struct AliasTemplate {
  Pointer<Parent> parent;
};
struct MemberAlias {
  mutable Parent::Ptr parent;
};
struct Attributed {
  [[maybe_unused]] alignas(16) std::shared_ptr<Parent> parent;
};

// CHECK: {{^}}-  std::shared_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}-  ::std::shared_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  ::std::weak_ptr<Parent> parent;
// CHECK: {{^}}-  standard::shared_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  standard::weak_ptr<Parent> parent;
// CHECK: {{^}}-  shared_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  std::weak_ptr<Parent> parent;
// CHECK: {{^}}-  const std::shared_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  const std::weak_ptr<Parent> parent;
// CHECK: {{^}}-  std::shared_ptr<const Parent> parent;
// CHECK-NEXT: {{^}}+  std::weak_ptr<const Parent> parent;
// CHECK: {{^}}-  ParentPtr parent;
// CHECK-NEXT: {{^}}+  std::weak_ptr<{{(::)?}}Parent> parent;
// CHECK: {{^}}-  Pointer<Parent> parent;
// CHECK-NEXT: {{^}}+  std::weak_ptr<{{(::)?}}Parent> parent;
// CHECK: {{^}}-  mutable Parent::Ptr parent;
// CHECK-NEXT: {{^}}+  mutable std::weak_ptr<{{(::)?}}Parent> parent;
// CHECK: {{^}}-  {{.*}} std::shared_ptr<Parent> parent;
// CHECK-NEXT: {{^}}+  {{.*}} std::weak_ptr<Parent> parent;
