//===- Patterns.cpp - What instantiations come from -----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Patterns.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

const CXXRecordDecl &patternOf(const CXXRecordDecl &R) {
  // An instantiation that nobody needed complete has no pattern of its own yet;
  // nor has it fields.
  const CXXRecordDecl *Pattern = R.getTemplateInstantiationPattern();
  return *(Pattern ? Pattern : &R)->getCanonicalDecl();
}

const FieldDecl &patternOf(const FieldDecl &F) {
  const auto *Holder = dyn_cast<CXXRecordDecl>(F.getParent());
  const CXXRecordDecl *Pattern =
      Holder ? patternOf(*Holder).getDefinition() : nullptr;
  if (!Pattern || Pattern == Holder || !F.getDeclName())
    return *F.getCanonicalDecl();
  for (const NamedDecl *Found : Pattern->lookup(F.getDeclName()))
    if (const auto *Same = dyn_cast<FieldDecl>(Found))
      return *Same->getCanonicalDecl();
  return *F.getCanonicalDecl();
}

bool isOrDerivesFrom(const CXXRecordDecl &R, const CXXRecordDecl &Base) {
  if (&patternOf(R) == &patternOf(Base))
    return true;
  if (!R.hasDefinition())
    return false;
  return any_of(R.getDefinition()->bases(), [&](const CXXBaseSpecifier &B) {
    const CXXRecordDecl *Parent = B.getType()->getAsCXXRecordDecl();
    return Parent && isOrDerivesFrom(*Parent, Base);
  });
}

bool isInPattern(const Use &U) {
  // A lambda's body is not inside the declaration of its call operator.
  if (U.Function && U.Function->isDependentContext())
    return true;
  return any_of(U.Ancestors, [](const Ancestor &A) {
    const auto *Context = dyn_cast_or_null<DeclContext>(A.D);
    return Context && Context->isDependentContext();
  });
}

SourceLocation specializedMember(const FieldDecl &Field) {
  // Of an outer template, a class of the same name as the one inside it.
  DeclarationName Name = Field.getDeclName();
  auto MemberOf = [&](const CXXRecordDecl &R) {
    if (!R.hasDefinition())
      return SourceLocation();
    for (const NamedDecl *Found : R.getDefinition()->lookup(Name))
      return Found->getLocation();
    return SourceLocation();
  };
  for (const DeclContext *DC = Field.getParent(); DC; DC = DC->getParent()) {
    const auto *R = dyn_cast<CXXRecordDecl>(DC);
    if (!R)
      continue;
    if (ClassTemplateDecl *Template = R->getDescribedClassTemplate()) {
      SmallVector<ClassTemplatePartialSpecializationDecl *, 4> Partial;
      Template->getPartialSpecializations(Partial);
      for (const ClassTemplatePartialSpecializationDecl *Spec : Partial)
        if (SourceLocation Where = MemberOf(*Spec); Where.isValid())
          return Where;
      for (const ClassTemplateSpecializationDecl *Spec :
           Template->specializations())
        if (Spec->isExplicitSpecialization())
          if (SourceLocation Where = MemberOf(*Spec); Where.isValid())
            return Where;
    }
    Name = R->getDeclName();
  }
  return SourceLocation();
}

} // namespace ownership
