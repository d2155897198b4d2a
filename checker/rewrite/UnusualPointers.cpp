//===- UnusualPointers.cpp - Pointers that own something else -------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/UnusualPointers.h"
#include "rewrite/PointerExpr.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// The user's classes that the type \p T names, through pointers and
/// containers.
SmallVector<const CXXRecordDecl *, 4> classesNamedBy(QualType T) {
  SmallVector<const CXXRecordDecl *, 4> Result;
  SmallVector<QualType, 8> Work{T};
  while (!Work.empty()) {
    const CXXRecordDecl *R =
        Work.pop_back_val().getNonReferenceType()->getAsCXXRecordDecl();
    if (!R || is_contained(Result, R))
      continue;
    if (!R->isInStdNamespace())
      Result.push_back(R);
    if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(R))
      for (const TemplateArgument &A : Spec->getTemplateArgs().asArray())
        if (A.getKind() == TemplateArgument::Type)
          Work.push_back(A.getAsType());
  }
  return Result;
}

} // namespace

bool isAlias(const CXXConstructExpr &E, OwnershipTypes &Types) {
  const CXXRecordDecl *First = E.getArg(0)
                                   ->IgnoreParenImpCasts()
                                   ->getType()
                                   .getNonReferenceType()
                                   ->getAsCXXRecordDecl();
  return First && Types.roleOf(*First).Kind == TypeRole::SharedPointer;
}

bool ownsItsObject(const CXXConstructExpr &E, OwnershipTypes &Types) {
  const Expr *First = E.getArg(0);
  // An alias of a part: the whole ends with its owners, whatever they hold.
  return isAlias(E, Types) ? !isEmptyPointer(First) &&
                                 mayLeadTo(First->getType(), E.getType())
                           : isa<CXXNewExpr>(First->IgnoreParenImpCasts());
}

bool mayLeadTo(QualType Field, QualType T) {
  const auto Targets = classesNamedBy(Field), Pointees = classesNamedBy(T);
  return any_of(Targets, [&](const CXXRecordDecl *L) {
    return any_of(Pointees, [&](const CXXRecordDecl *R) {
      return L == R || (L->hasDefinition() && R->hasDefinition() &&
                        (L->isDerivedFrom(R) || R->isDerivedFrom(L)));
    });
  });
}

} // namespace ownership
