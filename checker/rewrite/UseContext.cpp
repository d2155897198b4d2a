//===- UseContext.cpp - A use, and what may outlive it --------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/UseContext.h"
#include "rewrite/StrongLocals.h"
#include "rewrite/UnclaimedUse.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

void UseContext::stepOutOfConditional() {
  while (const auto *Cond = parentAs<ConditionalOperator>()) {
    if (Cond->getCond() == Value)
      return;
    step();
    skipNeutral();
  }
}

const VarDecl *UseContext::initialized() const {
  const auto *Var =
      Outer > 0 ? dyn_cast_or_null<VarDecl>(U.Ancestors[Outer - 1].D) : nullptr;
  return Var && Var->getInit() &&
                 Var->getInit()->IgnoreImplicit() == Value->IgnoreImplicit()
             ? Var
             : nullptr;
}

bool UseContext::refuseInDestructor() {
  return U.Function &&
         Facts.ReachableFromDestructors.contains(
             U.Function->getCanonicalDecl()) &&
         refuse(Refusal::ReachedFromDestructor);
}

bool UseContext::refuseOutliving() {
  std::optional<Outliving> What = outlives();
  return What && refuse(What->How);
}

bool UseContext::refuseUnclaimed() {
  return refuse(U.Kind == Use::Other
                    ? unclaimedUse(U)
                    : unclaimedUse(Value, Outer > 0 ? U.Ancestors[Outer - 1]
                                                    : Ancestor()));
}

bool UseContext::lockHere() {
  if (refuseInDestructor())
    return true;
  std::optional<Outliving> What = outlives();
  if (!What)
    return copyHere();
  std::optional<StrongLocals::Local> Local;
  if (Locals && What->KeptAt)
    Local = Locals->around(*this, *What->KeptAt);
  if (!Local)
    return refuse(What->How);
  append_range(Result.Edits, Local->Edits);
  return true;
}

bool UseContext::guardHere() {
  std::optional<StrongLocals::Local> Local;
  if (Locals)
    Local = Locals->guarded(*this);
  if (!Local || outlives())
    return refuse(Refusal::ObjectNeeded);
  append_range(Result.Edits, Local->Edits);
  return true;
}

bool UseContext::copyHere() {
  if (refuseInDestructor())
    return true;
  std::optional<StrongLocals::Local> Local;
  if (Locals)
    Local = Locals->tested(*this);
  if (Local)
    append_range(Result.Edits, Local->Edits);
  else
    callOnPointer(Lock + "()");
  return true;
}

const CXXRecordDecl *UseContext::pointerClass() const {
  // In a template the field itself has no class.
  QualType T = (U.Node ? U.Node->getType() : U.Field->getType());
  if (T->isDependentType())
    T = U.Field->getType();
  T = T.getNonReferenceType();
  if (const CXXRecordDecl *R = T->getAsCXXRecordDecl())
    return R;
  return T->getPointeeCXXRecordDecl();
}

/// \p E makes a shared pointer of \p From that keeps nothing: an alias of an
/// empty one, or one with a deleter of its own.
bool UseContext::isPointerOfNothing(const Expr *E, const Expr *From) {
  const auto *Construct = dyn_cast<CXXConstructExpr>(E);
  if (!Construct || Construct->getNumArgs() < 2 ||
      Types.roleOf(*Construct->getConstructor()->getParent()).Kind !=
          TypeRole::SharedPointer)
    return false;
  const Expr *First = Construct->getArg(0);
  const CXXRecordDecl *R =
      First->IgnoreParenImpCasts()->getType()->getAsCXXRecordDecl();
  bool IsAlias = R && Types.roleOf(*R).Kind == TypeRole::SharedPointer;
  return IsAlias ? From != First && isEmptyPointer(First)
                 : From == First && First->getType()->isPointerType();
}

bool UseContext::isKeptByCall(Keeping &Kept, const Expr *E, const Expr *Arg) {
  std::optional<unsigned> Index = parameterOf(*E, Arg);
  if (!Index)
    return false;
  // Whoever takes a copy of the pointer keeps a strong one.
  if (Arg->isPRValue() && !Kept.mayDangle(Arg->getType()))
    return false;
  const FunctionDecl *Callee = calleeOf(*E);
  return Callee && Kept.keepsArgument(*Callee, *Index, *Arg);
}

std::optional<UseContext::Outliving>
UseContext::outlives(const Stmt *Scope,
                     SmallVectorImpl<const VarDecl *> *Borrowers) {
  Keeping Kept(Types, pointerClass());
  // Temporaries, the lock among them, live on while a coroutine is suspended.
  for (size_t I = Outer; I > 0 && isa_and_nonnull<Expr>(U.Ancestors[I - 1].S);
       --I)
    if (isa<CoawaitExpr, CoyieldExpr>(U.Ancestors[I - 1].S))
      return Outliving{Refusal::OutlivesSuspension, {}};
  const Expr *Full = Value;
  for (size_t I = Outer; I > 0; --I) {
    const Ancestor &A = U.Ancestors[I - 1];
    bool InScope = Scope && any_of(ArrayRef(U.Ancestors).take_front(I),
                                   [&](const Ancestor &Outer) {
                                     return Outer.S == Scope;
                                   });
    if (Full->isPRValue() && Kept.refersToNothing(Full->getType()))
      return std::nullopt;
    if (A.D) {
      const auto *Local = dyn_cast<VarDecl>(A.D);
      if (InScope && Local && Local->hasLocalStorage() &&
          !isa<ParmVarDecl>(Local)) {
        if (Kept.mayDangle(Local->getType()))
          Borrowers->push_back(Local);
        return std::nullopt;
      }
      const auto *Var = dyn_cast<ValueDecl>(A.D);
      // A reference to a strong copy keeps that.
      const Expr *Init = Full->IgnoreImplicit();
      if (Var && Init->isPRValue() && !Kept.mayDangle(Init->getType()))
        return std::nullopt;
      if (Var && !isa<FunctionDecl>(Var) && Kept.mayDangle(Var->getType()))
        return Outliving{Refusal::KeptInVariable, I - 1};
      return Var ? std::nullopt
                 : std::optional(Outliving{Refusal::KeptSomewhere, {}});
    }
    if (A.Init) {
      if (A.Init->isAnyMemberInitializer() &&
          !Kept.mayDangle(A.Init->getAnyMember()->getType()))
        return std::nullopt;
      if (A.Init->isBaseInitializer() || A.Init->isDelegatingInitializer())
        return std::nullopt;
      return Outliving{Refusal::KeptInMember, {}};
    }
    if (const auto *E = dyn_cast<Expr>(A.S)) {
      if (isa<LambdaExpr>(E))
        return Outliving{Refusal::Captured, {}};
      if (isa<StmtExpr>(E))
        return Outliving{Refusal::KeptSomewhere, {}};
      // A strong copy is thrown as such.
      if (isa<CXXThrowExpr>(E) &&
          (Full->isGLValue() || Kept.mayDangle(Full->getType())))
        return Outliving{Refusal::Thrown, {}};
      if (isPointerOfNothing(E, Full))
        return Outliving{Refusal::GivenToPointerOfNothing, {}};
      if (isAssignmentThatKeeps(Kept, E, Full))
        return Outliving{Refusal::Assigned, {}};
      if (isKeptByCall(Kept, E, Full))
        return Outliving{Refusal::MayBeKept, {}};
      Full = E;
      continue;
    }
    if (isa<ReturnStmt, CoreturnStmt>(A.S)) {
      if (U.Function && !U.Function->getReturnType()->isUndeducedType() &&
          !Kept.mayDangle(U.Function->getReturnType()))
        return std::nullopt;
      return Outliving{Refusal::Returned, {}};
    }
    if (const auto *Range = dyn_cast<CXXForRangeStmt>(A.S)) {
      if (Range->getRangeInit() != Full)
        return std::nullopt;
      if (!InScope)
        return Outliving{Refusal::LoopedOver, I - 1};
      if (Kept.mayDangle(Range->getLoopVariable()->getType()))
        Borrowers->push_back(Range->getLoopVariable());
      return std::nullopt;
    }
    if (isa<DeclStmt>(A.S))
      continue;
    return std::nullopt;
  }
  return std::nullopt;
}

bool mayDangle(QualType T, OwnershipTypes &Types) {
  return Keeping(Types).mayDangle(T);
}

bool UseContext::mayDangle(QualType T) {
  return ownership::mayDangle(T, Types);
}

bool UseContext::isAssignmentThatKeeps(Keeping &Kept, const Expr *E,
                                       const Expr *From) {
  if (const auto *Op = dyn_cast<BinaryOperator>(E))
    return Op->isAssignmentOp() && Op->getRHS() == From &&
           Kept.mayDangle(Op->getLHS()->getType());
  if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(E))
    return Op->isAssignmentOp() && Op->getNumArgs() == 2 &&
           Op->getArg(1) == From && Kept.mayDangle(Op->getArg(0)->getType());
  return false;
}

} // namespace ownership
