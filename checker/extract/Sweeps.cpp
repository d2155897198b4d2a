//===- Sweeps.cpp - Which removals take out all elements in time ----------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Sweeps.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;
using namespace llvm;

namespace ownership {

/// A value that is part of the program's text: a state, not somebody.
static bool isConstant(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Sign = dyn_cast<UnaryOperator>(E))
    E = Sign->getSubExpr()->IgnoreParenImpCasts();
  if (const auto *Named = dyn_cast<DeclRefExpr>(E))
    return isa<EnumConstantDecl>(Named->getDecl());
  return isa<IntegerLiteral, FloatingLiteral, CharacterLiteral,
             CXXBoolLiteralExpr, CXXNullPtrLiteralExpr, GNUNullExpr>(E);
}

static constexpr llvm::StringLiteral QuestionsOfOwners[] = {
    "expired", "lock", "use_count", "unique"};

bool asksForSomebody(const Stmt *S) {
  SmallVector<const Stmt *, 16> Work{S};
  while (!Work.empty()) {
    const Stmt *Next = Work.pop_back_val();
    if (!Next)
      continue;
    const Expr *Left = nullptr, *Right = nullptr;
    if (const auto *B = dyn_cast<BinaryOperator>(Next)) {
      if (B->isEqualityOp()) {
        Left = B->getLHS();
        Right = B->getRHS();
      }
    } else if (const auto *O = dyn_cast<CXXOperatorCallExpr>(Next)) {
      if (O->getNumArgs() == 2 && (O->getOperator() == OO_EqualEqual ||
                                   O->getOperator() == OO_ExclaimEqual)) {
        Left = O->getArg(0);
        Right = O->getArg(1);
      }
    }
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Next))
      if (const CXXMethodDecl *M = Call->getMethodDecl();
          M && M->getIdentifier() &&
          is_contained(QuestionsOfOwners, M->getName()))
        return true;
    if (Left && !isConstant(Left) && !isConstant(Right))
      return true;
    append_range(Work, Next->children());
  }
  return false;
}

/// `p`, `*it`, `v[i]`: the pointer itself, and not a member of its object.
static bool isPointerAsked(const Expr *E) {
  E = E->IgnoreUnlessSpelledInSource();
  if (!E->isTypeDependent() && !E->getType()->isPointerType() &&
      !E->getType()->isRecordType())
    return false;
  if (const auto *O = dyn_cast<CXXOperatorCallExpr>(E))
    return O->getOperator() == OO_Star || O->getOperator() == OO_Subscript;
  return isa<DeclRefExpr, ArraySubscriptExpr, UnaryOperator>(E);
}

/// `!p`, `p == nullptr`: what is taken out then owns nothing.
static bool asksForNull(const Expr *Question) {
  const Expr *E = Question->IgnoreUnlessSpelledInSource();
  if (const auto *Not = dyn_cast<UnaryOperator>(E))
    return Not->getOpcode() == UO_LNot && isPointerAsked(Not->getSubExpr());
  const Expr *Left = nullptr, *Right = nullptr;
  if (const auto *B = dyn_cast<BinaryOperator>(E)) {
    if (B->getOpcode() == BO_EQ) {
      Left = B->getLHS();
      Right = B->getRHS();
    }
  } else if (const auto *O = dyn_cast<CXXOperatorCallExpr>(E)) {
    if (O->getOperator() == OO_EqualEqual && O->getNumArgs() == 2) {
      Left = O->getArg(0);
      Right = O->getArg(1);
    }
  }
  auto IsNull = [](const Expr *Side) {
    return isa<CXXNullPtrLiteralExpr, GNUNullExpr>(
        Side->IgnoreUnlessSpelledInSource());
  };
  return Left && ((IsNull(Left) && isPointerAsked(Right)) ||
                  (IsNull(Right) && isPointerAsked(Left)));
}

bool isSweepingPredicate(const Expr *Predicate) {
  const auto *Lambda =
      dyn_cast<LambdaExpr>(Predicate->IgnoreUnlessSpelledInSource());
  if (!Lambda || asksForSomebody(Lambda->getBody()))
    return false;
  const auto *Body = dyn_cast<CompoundStmt>(Lambda->getBody());
  const auto *Answer = Body && Body->size() == 1
                           ? dyn_cast<ReturnStmt>(Body->body_front())
                           : nullptr;
  return !Answer || !Answer->getRetValue() ||
         !asksForNull(Answer->getRetValue());
}

void Sweeps::visit(const Stmt *S, bool IsForOne) {
  if (!S || isa<LambdaExpr, ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S))
    return;
  if (const auto *If = dyn_cast<IfStmt>(S))
    IsForOne |= asksForSomebody(If->getCond()) || asksForNull(If->getCond());
  else if (const auto *Either = dyn_cast<AbstractConditionalOperator>(S))
    IsForOne |= asksForSomebody(Either->getCond());
  else if (const auto *Block = dyn_cast<CompoundStmt>(S))
    IsForOne |= !Block->body_empty() &&
                isa<BreakStmt, ReturnStmt, GotoStmt>(Block->body_back());
  else if (isa<ReturnStmt>(S))
    return;
  else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(S))
    if (const CXXMethodDecl *M = Call->getMethodDecl();
        M && !IsForOne && M->getIdentifier() &&
        (M->getName() == "erase" || M->getName() == "erase_after"))
      Found.insert(Call);
  for (const Stmt *Child : S->children())
    visit(Child, IsForOne);
}

} // namespace ownership
