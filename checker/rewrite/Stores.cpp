//===- Stores.cpp - Uses that give the field another value ----------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Forms.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

static bool isOfRole(const UseContext &C, QualType T, TypeRole::KindTy Kind) {
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  return R && C.Types.roleOf(*R).Kind == Kind;
}

bool isSharedPointer(const UseContext &C, QualType T) {
  return isOfRole(C, T, TypeRole::SharedPointer);
}

bool isSameField(const UseContext &C, const Expr *E) {
  const auto *Member = dyn_cast<MemberExpr>(E->IgnoreParenImpCasts());
  return Member && Member->getMemberDecl()->getCanonicalDecl() == C.U.Field;
}

/// A loop around the use began after \p Var was declared, so it comes again.
static bool isLeftByLoop(const UseContext &C, const VarDecl &Var) {
  return any_of(C.U.Ancestors, [&](const Ancestor &A) {
    return isa_and_nonnull<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(A.S) &&
           Var.getLocation() < A.S->getBeginLoc();
  });
}

bool claimStored(UseContext &C, const Expr *Stored) {
  const Expr *E = ignoreCopies(Stored);
  if (!isEmptyPointer(Stored) &&
      !isSharedPointer(C, E->getType().getNonReferenceType()))
    return C.refuse({isOfRole(C, E->getType(), TypeRole::WeakPointer)
                         ? Refusal::MadeOfWeak
                         : Refusal::SoleOwner,
                     E->getBeginLoc()});
  const Expr *Moved = movedFrom(E);
  // Weak pointers are moved just so.
  if (!Moved || isSameField(C, Moved))
    return true;
  // A copy, for there is nothing to move into.
  const auto *Ref = dyn_cast<DeclRefExpr>(Moved->IgnoreParenImpCasts());
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || !Var->hasLocalStorage() || Var->getType()->isReferenceType())
    return C.refuse(Refusal::MovedFromElsewhere);
  if (C.Facts.LastMention.lookup(Var->getCanonicalDecl()) !=
          Ref->getLocation() ||
      isLeftByLoop(C, *Var))
    return C.refuse({Refusal::UsedAfterMove, Var->getName()});
  C.replace(E->getSourceRange(), Var->getName());
  return true;
}

/// What lies around the use is a statement: nobody takes the result.
static bool isStatement(UseContext &C) {
  while (C.parentAs<ExprWithCleanups>())
    C.step();
  return C.parent() && !C.parentAs<Expr>() && !C.parentAs<ReturnStmt>();
}

/// `if ((f = p))` becomes `if (f = p; p)`, for the result is a weak pointer.
static bool claimTestedAssignment(UseContext &C,
                                  const CXXOperatorCallExpr &Op) {
  const Expr *Stored = ignoreCopies(Op.getArg(1));
  const auto *Ref = dyn_cast<DeclRefExpr>(Stored->IgnoreParenImpCasts());
  if (!C.U.Field->getASTContext().getLangOpts().CPlusPlus17 || !Ref ||
      Ref->getBeginLoc().isMacroID() ||
      !isSharedPointer(C, Ref->getType().getNonReferenceType()))
    return false;
  SmallVector<SourceLocation, 2> Parentheses;
  const Stmt *Inner = &Op;
  for (size_t I = C.Outer; I > 0; --I) {
    const Stmt *S = C.U.Ancestors[I - 1].S;
    if (const auto *If = dyn_cast_or_null<IfStmt>(S)) {
      if (If->getCond() != Inner || If->getInit() ||
          If->getConditionVariable() || If->getIfLoc().isMacroID())
        return false;
      for (SourceLocation Where : Parentheses)
        C.replace(Where, "");
      C.replace(Ref->getLocation(),
                Ref->getDecl()->getName() + "; " + Ref->getDecl()->getName());
      return true;
    }
    if (const auto *Paren = dyn_cast_or_null<ParenExpr>(S)) {
      if (Paren->getLParen().isMacroID() || Paren->getRParen().isMacroID())
        return false;
      Parentheses.append({Paren->getLParen(), Paren->getRParen()});
    } else if (const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(S)) {
      if (!isa_and_nonnull<CXXConversionDecl>(Call->getMethodDecl()))
        return false;
    } else if (!isa_and_nonnull<ImplicitCastExpr, ExprWithCleanups, MemberExpr>(
                   S)) {
      return false;
    }
    Inner = S;
  }
  return false;
}

/// Where \p Null can be replaced: `NULL` is the name of a macro. Invalid if it
/// stands in another one.
static SourceRange writtenNull(const UseContext &C, const Expr &Null) {
  if (!Null.getBeginLoc().isMacroID())
    return Null.getSourceRange();
  const SourceManager &SM = C.U.Field->getASTContext().getSourceManager();
  SourceLocation Where =
      SM.getImmediateExpansionRange(Null.getBeginLoc()).getBegin();
  return isa<GNUNullExpr>(Null) && !Where.isMacroID() &&
                 !SM.isMacroArgExpansion(Null.getBeginLoc())
             ? SourceRange(Where)
             : SourceRange();
}

/// `f = p;` as a statement
bool claimAssignment(UseContext &C) {
  const auto *Op = C.parentAs<CXXOperatorCallExpr>();
  if (!Op || Op->getOperator() != OO_Equal || Op->getNumArgs() != 2 ||
      Op->getArg(0) != C.Value)
    return false;
  C.step();
  if (!isStatement(C))
    return claimTestedAssignment(C, *Op) ||
           C.refuse(Refusal::AssignmentIsValue);
  const Expr *Stored = Op->getArg(1);
  if (!isEmptyPointer(Stored))
    return claimStored(C, Stored);
  // `f = {}` stands.
  const Expr *Null = nullPointerLiteral(Stored);
  if (!Null)
    return true;
  if (C.IsInParentheses)
    return C.refuse(Refusal::InParentheses);
  SourceLocation End = Op->getEndLoc();
  if (End.isMacroID() && End == Null->getEndLoc())
    End = writtenNull(C, *Null).getEnd();
  if (End.isInvalid() || End.isMacroID())
    return C.refuse(Refusal::InMacro);
  C.callOnPointer("reset()", End);
  return true;
}

/// `std::tie(f, x) = std::make_tuple(p, y);`: each element is assigned.
bool claimTie(UseContext &C) {
  const auto *Tie = C.parentAs<CallExpr>();
  const FunctionDecl *Callee = Tie ? Tie->getDirectCallee() : nullptr;
  if (!Callee || !Callee->isInStdNamespace() || !Callee->getIdentifier() ||
      Callee->getName() != "tie")
    return false;
  std::optional<unsigned> Index = parameterOf(*Tie, C.Value);
  if (!Index)
    return false;
  C.step();
  while (C.parentAs<MaterializeTemporaryExpr>() ||
         C.parentAs<ImplicitCastExpr>())
    C.step();
  const auto *Assign = C.parentAs<CXXOperatorCallExpr>();
  if (!Assign || Assign->getOperator() != OO_Equal ||
      Assign->getArg(0) != C.Value)
    return C.refuse({Refusal::PassedByReference, "tie"});
  C.step();
  if (!isStatement(C))
    return C.refuse(Refusal::AssignmentIsValue);
  const Expr *Stored = Assign->getArg(1)->IgnoreImplicit();
  ArrayRef<const Expr *> Elements;
  if (const auto *Make = dyn_cast<CallExpr>(Stored)) {
    const FunctionDecl *Maker = Make->getDirectCallee();
    if (Maker && Maker->isInStdNamespace() && Maker->getIdentifier() &&
        (Maker->getName() == "make_tuple" || Maker->getName() == "make_pair"))
      Elements = ArrayRef(Make->getArgs(), Make->getNumArgs());
  }
  if (*Index >= Elements.size())
    return C.refuse({Refusal::TiedToUnseen, Stored->getBeginLoc()});
  return claimStored(C, Elements[*Index]);
}

/// `f.reset();` without arguments
bool claimReset(UseContext &C) {
  const auto *Member = C.parentAs<MemberExpr>();
  if (!Member || Member->getBase() != C.Value ||
      Member->getMemberNameInfo().getAsString() != "reset")
    return false;
  C.step();
  const auto *Call = C.parentAs<CXXMemberCallExpr>();
  if (!Call || Call->getNumArgs() != 0)
    return C.refuse(Refusal::SoleOwner);
  return true;
}

/// Claims the value that an initialization gives the field. A weak pointer
/// takes no nullptr, so that becomes \p Empty.
static bool claimInitialValue(UseContext &C, StringRef Empty) {
  // What several arguments make is a shared pointer of its own, which the
  // initializer does not name.
  if (const auto *Construct =
          dyn_cast<CXXConstructExpr>(ignoreTemporaries(C.U.Node));
      Construct && Construct->getNumArgs() > 1 &&
      !isa<CXXTemporaryObjectExpr>(Construct) &&
      !Construct->getArg(1)->isDefaultArgument())
    return C.refuse({Refusal::InitializedBySeveral, Construct->getBeginLoc()});
  if (!isEmptyPointer(C.U.Node))
    return claimStored(C, C.U.Node);
  const Expr *Null = nullPointerLiteral(C.U.Node);
  if (!Null)
    return true;
  SourceRange Written = writtenNull(C, *Null);
  if (Written.isInvalid())
    return C.refuse(Refusal::InMacro);
  C.replace(Written, Empty);
  return true;
}

/// `C() : f(p) {}`
bool claimInitializer(UseContext &C) {
  return C.U.Kind == Use::Initializer && claimInitialValue(C, "");
}

/// `C{p}` of an aggregate
bool claimAggregate(UseContext &C) {
  return C.U.Kind == Use::Aggregate && claimInitialValue(C, "{}");
}

} // namespace ownership
