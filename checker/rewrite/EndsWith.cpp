//===- EndsWith.cpp - Which objects end with which ------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/EndsWith.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <optional>

using namespace clang;
using namespace llvm;

namespace ownership {

void EndsWith::add(const CXXRecordDecl &Class) {
  if (!Class.isThisDeclarationADefinition() || Class.isDependentContext())
    return;
  for (const CXXBaseSpecifier &Base : Class.bases())
    if (const CXXRecordDecl *R = Base.getType()->getAsCXXRecordDecl())
      Derived[R->getCanonicalDecl()].push_back(Class.getCanonicalDecl());
}

/// Adds the classes that \p T names. False if \p T may keep objects of classes
/// that it does not name: a callable, a pointer to void.
bool EndsWith::addNamed(QualType T, Classes &Result) const {
  SmallVector<QualType, 8> Work{T};
  SmallPtrSet<const Type *, 16> Seen;
  while (!Work.empty()) {
    QualType Next =
        Work.pop_back_val().getCanonicalType().getNonReferenceType();
    if (!Seen.insert(Next.getTypePtr()).second)
      continue;
    if (const Type *Inner = Next->getPointeeOrArrayElementType();
        Inner != Next.getTypePtr()) {
      // A raw pointer keeps nothing, but a destructor may delete.
      Work.push_back(QualType(Inner, 0));
      continue;
    }
    const CXXRecordDecl *R = Next->getAsCXXRecordDecl();
    if (!R)
      continue;
    switch (Types.roleOf(*R).Kind) {
    case TypeRole::WeakPointer:
      continue;
    case TypeRole::Callable:
      return false;
    default:
      break;
    }
    if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(R)) {
      SmallVector<TemplateArgument, 4> Args(Spec->getTemplateArgs().asArray());
      while (!Args.empty()) {
        TemplateArgument A = Args.pop_back_val();
        if (A.getKind() == TemplateArgument::Pack)
          append_range(Args, A.pack_elements());
        else if (A.getKind() == TemplateArgument::Type) {
          if (A.getAsType()->isVoidType() &&
              Types.roleOf(*R).Kind == TypeRole::SharedPointer)
            return false;
          Work.push_back(A.getAsType());
        }
      }
    }
    Result.push_back(R->getCanonicalDecl());
  }
  return true;
}

std::optional<DenseSet<const CXXRecordDecl *>>
EndsWith::classesIn(QualType T) const {
  DenseSet<const CXXRecordDecl *> Result;
  Classes Work;
  if (!addNamed(T, Work))
    return std::nullopt;
  while (!Work.empty()) {
    const CXXRecordDecl *R = Work.pop_back_val();
    if (!Result.insert(R).second)
      continue;
    if (auto It = Derived.find(R); It != Derived.end())
      append_range(Work, It->second);
    if (!R->hasDefinition() || R->isInStdNamespace())
      continue;
    R = R->getDefinition();
    for (const CXXBaseSpecifier &Base : R->bases())
      if (!addNamed(Base.getType(), Work))
        return std::nullopt;
    for (const FieldDecl *F : R->fields())
      if (!addNamed(F->getType(), Work))
        return std::nullopt;
  }
  return Result;
}

bool EndsWith::mayLeadTo(QualType Field, QualType T) const {
  Classes Targets, Pointees;
  if (!addNamed(Field, Targets) || !addNamed(T, Pointees))
    return true;
  auto AreRelated = [](const CXXRecordDecl *L, const CXXRecordDecl *R) {
    if (L == R)
      return !L->isInStdNamespace();
    return L->hasDefinition() && R->hasDefinition() &&
           (L->isDerivedFrom(R) || R->isDerivedFrom(L));
  };
  return any_of(Targets, [&](const CXXRecordDecl *L) {
    return any_of(Pointees,
                  [&](const CXXRecordDecl *R) { return AreRelated(L, R); });
  });
}

} // namespace ownership
