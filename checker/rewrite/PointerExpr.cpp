//===- PointerExpr.cpp - Values of pointers, as they are written ----------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/PointerExpr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace llvm;

namespace ownership {

const Expr *ignoreTemporaries(const Expr *E) {
  while (true) {
    const Expr *Before = E;
    E = E->IgnoreParenImpCasts();
    if (const auto *Full = dyn_cast<FullExpr>(E))
      E = Full->getSubExpr();
    else if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
      E = Temporary->getSubExpr();
    else if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(E))
      E = Bound->getSubExpr();
    else if (const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(E))
      E = Cast->getSubExpr();
    else if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(E))
      E = List->getSubExpr();
    if (E == Before)
      return E;
  }
}

const Expr *ignoreCopies(const Expr *E) {
  while (true) {
    E = ignoreTemporaries(E);
    const auto *Construct = dyn_cast<CXXConstructExpr>(E);
    const auto *List = dyn_cast<InitListExpr>(E);
    // From another pointer: a copy, a move or a conversion to a base's.
    if (Construct && Construct->getNumArgs() == 1 &&
        Construct->getArg(0)->getType()->isRecordType())
      E = Construct->getArg(0);
    else if (List && List->getNumInits() == 1)
      E = List->getInit(0);
    else
      return E;
  }
}

const Expr *movedFrom(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(E);
  return Call && Call->isCallToStdMove() ? Call->getArg(0) : nullptr;
}

const Expr *nullPointerLiteral(const Expr *E) {
  E = ignoreCopies(E);
  // A converting constructor, `shared_ptr(nullptr_t)`, may lie around it.
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    if (Construct->getNumArgs() == 1) {
      E = Construct->getArg(0)->IgnoreParenImpCasts();
      // `0` and `NULL` choose that constructor as well.
      if (isa<IntegerLiteral, GNUNullExpr>(E))
        return Construct->getArg(0)->getType()->isNullPtrType() ? E : nullptr;
    }
  return isa<CXXNullPtrLiteralExpr>(E) ? E : nullptr;
}

bool isEmptyPointer(const Expr *E) {
  if (nullPointerLiteral(E))
    return true;
  E = ignoreCopies(E);
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return List->getNumInits() == 0;
  const auto *Construct = dyn_cast<CXXConstructExpr>(E);
  return Construct && Construct->getNumArgs() == 0;
}

QualType pointeeOf(QualType T) {
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  return Spec && Spec->getTemplateArgs().size() > 0 &&
                 Spec->getTemplateArgs()[0].getKind() == TemplateArgument::Type
             ? Spec->getTemplateArgs()[0].getAsType()
             : QualType();
}

} // namespace ownership
