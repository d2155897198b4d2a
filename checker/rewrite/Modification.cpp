//===- Modification.cpp - Is a name there to be changed -------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Modification.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

const Stmt *parentStmt(ArrayRef<Ancestor> Path, unsigned Up) {
  return Path.size() > Up ? Path[Path.size() - 1 - Up].S : nullptr;
}

} // namespace

bool isCallee(const DeclRefExpr *E, ArrayRef<Ancestor> Path) {
  unsigned Up = 1;
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr>(parentStmt(Path, Up)))
    ++Up;
  const auto *Call = dyn_cast_or_null<CallExpr>(parentStmt(Path, Up));
  return Call && Call->getCallee()->IgnoreParenImpCasts() == E;
}

bool isModification(const Expr *E, ArrayRef<Ancestor> Path) {
  if (!E->isLValue() || E->getType().isConstQualified())
    return false;
  const Expr *Value = E;
  unsigned Up = 1;
  const Stmt *Parent = parentStmt(Path, Up);
  while (isa_and_nonnull<ParenExpr, ImplicitCastExpr>(Parent)) {
    const auto *Cast = dyn_cast<ImplicitCastExpr>(Parent);
    if (Cast && (Cast->getType().isConstQualified() ||
                 Cast->getCastKind() == CK_LValueToRValue))
      return false;
    Value = cast<Expr>(Parent);
    Parent = parentStmt(Path, ++Up);
  }
  // `return v;` moves, but then v is over anyway.
  unsigned Outer = Up;
  while (
      isa_and_nonnull<CXXConstructExpr, ImplicitCastExpr, CXXBindTemporaryExpr,
                      ExprWithCleanups>(parentStmt(Path, Outer)))
    ++Outer;
  if (isa_and_nonnull<ReturnStmt>(parentStmt(Path, Outer)))
    return false;
  // `C{v}` copies, unless it binds a reference.
  if (const auto *List = dyn_cast_or_null<InitListExpr>(Parent)) {
    const CXXRecordDecl *R = List->getType()->getAsCXXRecordDecl();
    if (const InitListExpr *Semantic = List->getSemanticForm())
      R = Semantic->getType()->getAsCXXRecordDecl();
    return !R || !R->hasDefinition() ||
           any_of(R->fields(), [](const FieldDecl *F) {
             return F->getType()->isReferenceType();
           });
  }
  if (isa_and_nonnull<DesignatedInitExpr>(Parent))
    return false;
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(Parent))
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Member->getMemberDecl()))
      return !Method->isConst();
  const auto *Call = dyn_cast_or_null<CallExpr>(Parent);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee)
    return true;
  // The library's makers, and bind, copy what they are given by name.
  if (Callee->isInStdNamespace() && Callee->getIdentifier() &&
      (Callee->getName().starts_with("make_") || Callee->getName() == "bind"))
    return false;
  const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  bool HasObject = isa<CXXOperatorCallExpr>(Call) && Method;
  for (unsigned I = 0; I < Call->getNumArgs(); ++I) {
    if (Call->getArg(I) != Value)
      continue;
    if (HasObject && I == 0)
      return !Method->isConst();
    unsigned Param = HasObject ? I - 1 : I;
    if (Param >= Callee->getNumParams())
      return true;
    QualType T = Callee->getParamDecl(Param)->getType();
    return T->isReferenceType() && !T.getNonReferenceType().isConstQualified();
  }
  return true;
}

} // namespace ownership
