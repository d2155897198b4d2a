//===- NonNull.cpp - Is a pointer known to hold an object -----------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/NonNull.h"
#include "rewrite/PointerExpr.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// What a value is read from: a variable, or a field of `this`. Null for
/// anything else.
const ValueDecl *pointerRead(const Expr *E) {
  E = ignoreCopies(E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return dyn_cast<ValueDecl>(Ref->getDecl()->getCanonicalDecl());
  const auto *Member = dyn_cast<MemberExpr>(E);
  if (Member && isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts()))
    return dyn_cast<ValueDecl>(Member->getMemberDecl()->getCanonicalDecl());
  return nullptr;
}

bool isPointer(const Expr *E, const ValueDecl &Pointer) {
  return pointerRead(E) == Pointer.getCanonicalDecl();
}

/// The function may leave here.
bool mayLeave(const Stmt *S) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  return isa<ReturnStmt, BreakStmt, ContinueStmt, GotoStmt, CXXThrowExpr,
             CXXTryStmt, CoroutineBodyStmt, CoreturnStmt>(S) ||
         any_of(S->children(), mayLeave);
}

bool alwaysLeaves(const Stmt *S) {
  if (const auto *Block = dyn_cast_or_null<CompoundStmt>(S))
    return !Block->body_empty() && alwaysLeaves(Block->body_back());
  return isa_and_nonnull<ReturnStmt, BreakStmt, ContinueStmt, CXXThrowExpr>(S);
}

/// What is known of \p Pointer where \p Cond is \p Outcome: that it holds an
/// object.
bool tellsNonNull(const Expr *Cond, bool Outcome, const ValueDecl &Pointer) {
  Cond = Cond->IgnoreParenImpCasts();
  if (const auto *Full = dyn_cast<FullExpr>(Cond))
    return tellsNonNull(Full->getSubExpr(), Outcome, Pointer);
  if (const auto *Not = dyn_cast<UnaryOperator>(Cond))
    return Not->getOpcode() == UO_LNot &&
           tellsNonNull(Not->getSubExpr(), !Outcome, Pointer);
  if (const auto *Op = dyn_cast<BinaryOperator>(Cond))
    return Op->getOpcode() == (Outcome ? BO_LAnd : BO_LOr) &&
           (tellsNonNull(Op->getLHS(), Outcome, Pointer) ||
            tellsNonNull(Op->getRHS(), Outcome, Pointer));
  // Where the other operand is null, unequal is not null.
  auto IsUnequal = [&](const Expr *L, const Expr *R, bool IsNotEqual) {
    return IsNotEqual == Outcome &&
           ((isPointer(L, Pointer) && nullPointerLiteral(R)) ||
            (isPointer(R, Pointer) && nullPointerLiteral(L)));
  };
  if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(Cond))
    return (Op->getOperator() == OO_EqualEqual ||
            Op->getOperator() == OO_ExclaimEqual) &&
           IsUnequal(Op->getArg(0), Op->getArg(1),
                     Op->getOperator() == OO_ExclaimEqual);
  if (const auto *Op = dyn_cast<CXXRewrittenBinaryOperator>(Cond))
    return BinaryOperator::isEqualityOp(Op->getOperator()) &&
           IsUnequal(Op->getLHS(), Op->getRHS(), Op->getOperator() == BO_NE);
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Cond))
    return Outcome &&
           isa_and_nonnull<CXXConversionDecl>(Call->getMethodDecl()) &&
           isPointer(Call->getImplicitObjectArgument(), Pointer);
  return false;
}

/// The value is not null wherever it is evaluated.
bool isMadeOfObject(const Expr *Value) {
  const Expr *E = ignoreCopies(Value);
  if (isa<CXXNewExpr>(E))
    return true;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return Construct->getNumArgs() > 0 &&
           isa<CXXNewExpr>(Construct->getArg(0)->IgnoreParenImpCasts());
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier())
    return false;
  StringRef Name = Callee->getName();
  if (Name == "static_pointer_cast" || Name == "const_pointer_cast")
    return isMadeOfObject(Call->getArg(0));
  return Name == "make_shared" || Name == "allocate_shared" ||
         Name == "shared_from_this";
}

/// The last statement before \p Here, which only copies variables may stand
/// between, puts an object into \p Field.
bool isJustFilled(const ValueDecl &Field, const CompoundStmt &Block,
                  const Stmt *Here) {
  bool IsBefore = false;
  for (const Stmt *S : reverse(Block.body())) {
    if (S == Here) {
      IsBefore = true;
      continue;
    }
    if (!IsBefore)
      continue;
    if (const auto *Decls = dyn_cast<DeclStmt>(S)) {
      bool OnlyCopies = all_of(Decls->decls(), [](const Decl *D) {
        const auto *Var = dyn_cast<VarDecl>(D);
        return Var && (!Var->getInit() || pointerRead(Var->getInit()));
      });
      if (OnlyCopies)
        continue;
      return false;
    }
    const auto *E = dyn_cast<Expr>(S);
    const auto *Assign =
        E ? dyn_cast<CXXOperatorCallExpr>(E->IgnoreUnlessSpelledInSource())
          : nullptr;
    return Assign && Assign->getOperator() == OO_Equal &&
           isPointer(Assign->getArg(0), Field) &&
           isMadeOfObject(Assign->getArg(1));
  }
  return false;
}

/// The statements and expressions of \p Around say that \p Pointer, which
/// nobody changes, is not null at their end.
bool isKnownAround(const ValueDecl &Pointer, ArrayRef<Ancestor> Around) {
  for (size_t I = Around.size(); I-- > 0;) {
    const Stmt *S = Around[I].S;
    const Stmt *Child = I + 1 < Around.size() ? Around[I + 1].S : nullptr;
    const auto *Scope = dyn_cast_or_null<DeclContext>(Around[I].D);
    if (Scope && Scope == Pointer.getDeclContext())
      return false;
    if (!S)
      continue;
    if (const auto *Block = dyn_cast<CompoundStmt>(S)) {
      // Not all statements of a switch run.
      if (I > 0 && isa_and_nonnull<SwitchStmt>(Around[I - 1].S))
        continue;
      bool IsBefore = true;
      for (const Stmt *Other : Block->body()) {
        const auto *If = dyn_cast<IfStmt>(Other);
        if (Other == Child)
          IsBefore = false;
        else if (If && IsBefore && alwaysLeaves(If->getThen()) &&
                 tellsNonNull(If->getCond(), false, Pointer))
          return true;
        if (alwaysDereferences(Other, Pointer))
          return true;
        if (!IsBefore && mayLeave(Other))
          break;
      }
    } else if (const auto *If = dyn_cast<IfStmt>(S)) {
      if (Child && (Child == If->getThen() || Child == If->getElse()) &&
          tellsNonNull(If->getCond(), Child == If->getThen(), Pointer))
        return true;
    } else if (const auto *Cond = dyn_cast<ConditionalOperator>(S)) {
      if (Child && Child != Cond->getCond() &&
          tellsNonNull(Cond->getCond(), Child == Cond->getTrueExpr(), Pointer))
        return true;
    } else if (isa<Expr>(S) && !isa<LambdaExpr>(S)) {
      if (alwaysDereferences(S, Pointer))
        return true;
    }
  }
  return false;
}

} // namespace

bool alwaysDereferences(const Stmt *S, const ValueDecl &Pointer) {
  if (!S ||
      isa<LambdaExpr, UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CXXTypeidExpr>(
          S))
    return false;
  auto InParts = [&](const Stmt *Whole) {
    return any_of(Whole->children(), [&](const Stmt *Part) {
      return alwaysDereferences(Part, Pointer);
    });
  };
  if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(S)) {
    OverloadedOperatorKind Kind = Op->getOperator();
    if ((Kind == OO_Arrow || (Kind == OO_Star && Op->getNumArgs() == 1)) &&
        isPointer(Op->getArg(0), Pointer))
      return true;
    return InParts(S);
  }
  if (const auto *Op = dyn_cast<BinaryOperator>(S))
    return alwaysDereferences(Op->getLHS(), Pointer) ||
           (!Op->isLogicalOp() && alwaysDereferences(Op->getRHS(), Pointer));
  if (const auto *Cond = dyn_cast<AbstractConditionalOperator>(S))
    return alwaysDereferences(Cond->getCond(), Pointer);
  if (isa<Expr, ReturnStmt>(S))
    return InParts(S);
  if (const auto *Decls = dyn_cast<DeclStmt>(S))
    return any_of(Decls->decls(), [&](const Decl *D) {
      const auto *Var = dyn_cast<VarDecl>(D);
      return Var && !Var->isStaticLocal() &&
             alwaysDereferences(Var->getInit(), Pointer);
    });
  if (const auto *Block = dyn_cast<CompoundStmt>(S)) {
    for (const Stmt *Each : Block->body()) {
      if (alwaysDereferences(Each, Pointer))
        return true;
      if (mayLeave(Each))
        return false;
    }
    return false;
  }
  if (const auto *If = dyn_cast<IfStmt>(S))
    return alwaysDereferences(If->getInit(), Pointer) ||
           alwaysDereferences(If->getConditionVariableDeclStmt(), Pointer) ||
           alwaysDereferences(If->getCond(), Pointer);
  if (const auto *Loop = dyn_cast<CXXForRangeStmt>(S))
    return alwaysDereferences(Loop->getRangeInit(), Pointer);
  if (const auto *Loop = dyn_cast<ForStmt>(S))
    return alwaysDereferences(Loop->getInit(), Pointer) ||
           alwaysDereferences(Loop->getCond(), Pointer);
  if (const auto *Loop = dyn_cast<WhileStmt>(S))
    return alwaysDereferences(Loop->getCond(), Pointer);
  if (const auto *Switch = dyn_cast<SwitchStmt>(S))
    return alwaysDereferences(Switch->getCond(), Pointer);
  return false;
}

bool isNeverNull(const Expr &Value, ArrayRef<Ancestor> Around,
                 const ProgramFacts &Facts) {
  const Expr *E = ignoreCopies(&Value);
  if (isMadeOfObject(E))
    return true;
  if (const auto *Call = dyn_cast<CallExpr>(E))
    if (Call->isCallToStdMove())
      E = Call->getArg(0)->IgnoreParenImpCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || Var->hasGlobalStorage())
    return false;
  Var = Var->getCanonicalDecl();
  // The move into the capture itself may be the only change.
  if (Facts.Modified.contains(Var) && Facts.Mentions.lookup(Var) != 1)
    return false;
  if (isKnownAround(*Var, Around))
    return true;
  if (!Var->getInit() || Var->getType()->isReferenceType() ||
      isa<ParmVarDecl>(Var))
    return false;
  if (isMadeOfObject(Var->getInit()))
    return true;
  // A copy of what was filled just before.
  const ValueDecl *Source = pointerRead(Var->getInit());
  for (const Ancestor &A : Around)
    if (const auto *Block = dyn_cast_or_null<CompoundStmt>(A.S);
        Block && Source)
      for (const Stmt *S : Block->body())
        if (const auto *Decls = dyn_cast<DeclStmt>(S))
          if (is_contained(Decls->decls(), Var) &&
              isJustFilled(*Source, *Block, S))
            return true;
  return false;
}

} // namespace ownership
