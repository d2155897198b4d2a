// The field's type as an alias, an alias template, a member alias. The alias
// itself stays, since others use it.
//
//     Alias -> parent -> Parent -> alias -> Alias
//     (and more classes in the same way)
//
// RUN: %prove_fix --only-compile %s %t | FileCheck %s
#include <memory>

template <typename T> using Pointer = std::shared_ptr<T>;
struct Alias;
struct AliasTemplate;
struct MemberAlias;
struct Typename;
struct Parent {
  using Ptr = std::shared_ptr<Parent>;
  std::shared_ptr<Alias> alias;
  std::shared_ptr<AliasTemplate> aliasTemplate;
  std::shared_ptr<MemberAlias> memberAlias;
  std::shared_ptr<Typename> typenameAlias;
};
typedef std::shared_ptr<Parent> ParentPtr;

struct Alias {
  ParentPtr parent;
};
struct AliasTemplate {
  Pointer<Parent> parent;
};
struct MemberAlias {
  mutable Parent::Ptr parent;
};
struct Typename {
  typename Parent::Ptr parent = nullptr;
};

// CHECK: {{^}}-  ParentPtr parent;
// CHECK-NEXT: {{^}}+  std::weak_ptr<{{(::)?}}Parent> parent;
// CHECK: {{^}}-  Pointer<Parent> parent;
// CHECK-NEXT: {{^}}+  std::weak_ptr<{{(::)?}}Parent> parent;
// CHECK: {{^}}-  mutable Parent::Ptr parent;
// CHECK-NEXT: {{^}}+  mutable std::weak_ptr<{{(::)?}}Parent> parent;
// CHECK: {{^}}-  typename Parent::Ptr parent = nullptr;
// CHECK-NEXT: {{^}}+  std::weak_ptr<{{(::)?}}Parent> parent = {};
