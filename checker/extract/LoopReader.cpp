//===- LoopReader.cpp - What a loop does again and again ------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop's body is read once, as any of its turns: a variable that a turn may
// rebind is, when it begins, what it was before the loop or what a turn has
// left.
//
//===----------------------------------------------------------------------===//

#include "extract/LoopReader.h"
#include "extract/BodyReader.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace llvm;

namespace ownership {

//===----------------------------------------------------------------------===//
// What the code says of the loop
//===----------------------------------------------------------------------===//

void assignedIn(const Stmt *S, VariableSet &Vars) {
  SmallVector<const Stmt *, 32> Work{S};
  while (!Work.empty()) {
    const Stmt *Next = Work.pop_back_val();
    if (!Next)
      continue;
    const Expr *Target = nullptr;
    if (const auto *B = dyn_cast<BinaryOperator>(Next)) {
      if (B->isAssignmentOp())
        Target = B->getLHS();
    } else if (const auto *U = dyn_cast<UnaryOperator>(Next)) {
      if (U->isIncrementDecrementOp())
        Target = U->getSubExpr();
    } else if (const auto *O = dyn_cast<CXXOperatorCallExpr>(Next)) {
      if (O->getNumArgs() >= 1 &&
          (O->isAssignmentOp() || O->getOperator() == OO_PlusPlus ||
           O->getOperator() == OO_MinusMinus))
        Target = O->getArg(0);
    } else if (const auto *M = dyn_cast<CXXMemberCallExpr>(Next)) {
      const CXXMethodDecl *Method = M->getMethodDecl();
      if (Method && Method->getDeclName().isIdentifier() &&
          (Method->getName() == "reset" || Method->getName() == "swap" ||
           Method->getName() == "release"))
        Target = M->getImplicitObjectArgument();
    }
    if (Target)
      if (const auto *D = dyn_cast<DeclRefExpr>(
              Target->IgnoreParenBaseCasts()->IgnoreParenImpCasts()))
        Vars.insert(D->getDecl());
    for (const Stmt *Child : Next->children())
      Work.push_back(Child);
  }
}

/// The variable that \p L declares and counts, and does nothing else to.
static const ValueDecl *counterOf(const ForStmt &L) {
  const auto *Step = dyn_cast_or_null<UnaryOperator>(L.getInc());
  const auto *Named =
      Step && Step->isIncrementDecrementOp()
          ? dyn_cast<DeclRefExpr>(Step->getSubExpr()->IgnoreParenImpCasts())
          : nullptr;
  if (!Named || !Named->getType()->isIntegerType())
    return nullptr;
  VariableSet Assigned;
  assignedIn(L.getBody(), Assigned);
  return Assigned.count(Named->getDecl()) ? nullptr : Named->getDecl();
}

/// Whether the condition holds at first: it is `true`, there is none, or it
/// compares the variable with a number.
static Context::LoopTy runsOnce(const Stmt *Init, const Expr *Cond,
                                const ASTContext &AST) {
  bool IsTrue = false;
  if (!Cond || (!Cond->isValueDependent() &&
                Cond->EvaluateAsBooleanCondition(IsTrue, AST) && IsTrue))
    return Context::LoopOnce;
  const auto *Declared = dyn_cast_or_null<DeclStmt>(Init);
  const auto *Compared = dyn_cast<BinaryOperator>(Cond->IgnoreParenImpCasts());
  if (!Declared || !Declared->isSingleDecl() || !Compared)
    return Context::Loop;
  const auto *Var = dyn_cast<VarDecl>(Declared->getSingleDecl());
  const auto *Named =
      dyn_cast<DeclRefExpr>(Compared->getLHS()->IgnoreParenImpCasts());
  Expr::EvalResult First, Bound;
  if (!Var || !Var->getInit() || !Named || Named->getDecl() != Var ||
      Var->getInit()->isValueDependent() ||
      Compared->getRHS()->isValueDependent() ||
      !Var->getInit()->EvaluateAsInt(First, AST) ||
      !Compared->getRHS()->EvaluateAsInt(Bound, AST))
    return Context::Loop;
  int64_t From = First.Val.getInt().getExtValue();
  int64_t To = Bound.Val.getInt().getExtValue();
  bool Holds = (Compared->getOpcode() == BO_LT && From < To) ||
               (Compared->getOpcode() == BO_LE && From <= To) ||
               (Compared->getOpcode() == BO_NE && From != To);
  return Holds ? Context::LoopOnce : Context::Loop;
}

//===----------------------------------------------------------------------===//
// One turn for all
//===----------------------------------------------------------------------===//

/// The variables that begin a turn with another value than the last one, in
/// their order in the source.
LoopReader::Changed LoopReader::changedBy(const Stmt *Loop) {
  VariableSet Assigned;
  assignedIn(Loop, Assigned);
  Changed Result;
  for (const ValueDecl *V : Assigned) {
    Vars.changed(V);
    Ref *Bound = Vars.find(V);
    if (!Bound)
      continue;
    if (Bound->Kind == Ref::Place && !V->getType()->isReferenceType()) {
      // A container stays the same place; an iterator moves on.
      if (P.TheShapes.of(V->getType()) == Shape::Nothing)
        Bound->Key = Keys.fresh();
      continue;
    }
    if (P.TheShapes.of(V->getType()) == Shape::Many)
      continue;
    Result.push_back(V);
  }
  sort(Result, isBefore);
  return Result;
}

void LoopReader::joinContinued(const Continued &Continues,
                               const Changed &Changing, SourceLocation Loc) {
  for (const ValueDecl *V : Changing) {
    for (const auto &[There, At] : reverse(Continues)) {
      const Ref Theirs = There.lookup(V), Mine = Vars.lookup(V);
      if (Theirs == Mine || Theirs.Kind == Ref::Nothing)
        continue;
      if (Mine.Kind == Ref::Nothing || At == None) {
        Vars.bind(V, Theirs);
        continue;
      }
      // Who came to the end did not take the arm that it stands in.
      const Context C = Out.context(At);
      QualType T = V->getType();
      ValueIndex First = Access.loadOrNull(Theirs, T, Loc);
      ValueIndex Second = Access.loadOrNull(Mine, T, Loc);
      bool IsArm = C.Arm < ManyArms && C.Kind == Context::NoLoop;
      if (IsArm && C.Arm == 1)
        std::swap(First, Second);
      Vars.bind(
          V, Ref::object(Out.phi(IsArm ? C.Branch : 0, First, Second, T, Loc)));
    }
  }
}

void LoopReader::walkLoop(const Stmt *Loop, Context::LoopTy Kind,
                          const ValueDecl *Counter, bool VisitsAll,
                          function_ref<void()> Turn) {
  const Changed Changing = changedBy(Loop);
  for (const Stmt *Part : Loop->children())
    Sweeping.addLoop(Part);
  SmallVector<std::pair<const ValueDecl *, ValueIndex>, 4> Phis;
  for (const ValueDecl *V : Changing) {
    Ref &R = *Vars.find(V);
    if (R.Kind != Ref::Object && R.Kind != Ref::Null)
      continue;
    Instruction I = Out.make(Instruction::Phi, Loop->getBeginLoc());
    I.Type = P.recordOf(V->getType());
    if (R.Kind == Ref::Object)
      I.Operands.push_back(R.Value);
    ValueIndex Phi = Out.push(std::move(I));
    Phis.push_back({V, Phi});
    R = Ref::object(Phi);
  }
  const Bindings::Env Before = Vars.all();
  const LocalVariables::Keeps HeldBefore = Locals.held();
  std::vector<Bindings::Env> Broken;
  Continued Continues;
  {
    SaveAndRestore Break(BreakScope, Locals.scope());
    SaveAndRestore Continue(ContinueScope, Locals.scope());
    SaveAndRestore Breaks(AtBreaks, &Broken);
    SaveAndRestore TurnsEnd(AtContinues, &Continues);
    SaveAndRestore Counting(Keys.Counter, Counter);
    Out.inLoop(Kind, [&] {
      if (VisitsAll)
        Walking.addLoop(Out.context());
      Turn();
      joinContinued(Continues, Changing, Loop->getEndLoc());
    });
  }
  for (const auto &[V, Phi] : Phis) {
    const Ref R = Vars.lookup(V);
    if (R.Kind == Ref::Object && R.Value != Phi)
      Out[Phi].Operands.push_back(R.Value);
  }
  // After the loop, what it began its last turn with, or left it with.
  for (const auto &[V, R] : Before)
    Vars.bind(V, R);
  for (const auto &[V, Phi] : Phis) {
    SmallVector<ValueIndex, 2> Values{Phi};
    for (const Bindings::Env &E : Broken)
      if (Ref R = E.lookup(V);
          R.Kind == Ref::Object && !is_contained(Values, R.Value))
        Values.push_back(R.Value);
    if (Values.size() == 1)
      continue;
    Instruction I = Out.make(Instruction::Phi, Loop->getEndLoc());
    I.Type = P.recordOf(V->getType());
    I.Operands.append(Values.begin(), Values.end());
    Vars.bind(V, Ref::object(Out.push(std::move(I))));
  }
  Locals.joinHeld(HeldBefore);
}

//===----------------------------------------------------------------------===//
// Kinds of loops
//===----------------------------------------------------------------------===//

void LoopReader::walkTurn(const VarDecl *Declared, const Expr *Condition,
                          const Stmt *S) {
  if (Declared)
    Body.walkVar(Declared);
  Exprs.eval(Condition);
  if (const Expr *Asked = pointerAsked(Condition))
    Walking.setUntil(
        Out.context(),
        Access.load(Exprs.eval(Asked), Asked->getType(), Asked->getExprLoc()));
  Locals.endStatement();
  Body.walk(S);
  Locals.endStatement();
}

void LoopReader::leaveNull(const VarDecl *Declared, const Expr *Condition,
                           const Stmt *S) {
  const Expr *Asked = nullWhenLeft(Declared, Condition, S);
  if (!Asked)
    return;
  if (Ref Field = Exprs.eval(Asked); Field.Kind == Ref::Place)
    Access.release(Field, Field.isWhole(), S->getEndLoc());
}

void LoopReader::walkWhile(const WhileStmt *S) {
  size_t FirstLocal = Locals.scope();
  walkLoop(S, runsOnce(nullptr, S->getCond(), P.AST), nullptr,
           endsWithTheLast(S->getCond()), [&] {
             walkTurn(S->getConditionVariable(), S->getCond(), S->getBody());
           });
  leaveNull(S->getConditionVariable(), S->getCond(), S->getBody());
  Locals.endScope(FirstLocal);
}

void LoopReader::walkDo(const DoStmt *S) {
  walkLoop(S, Context::LoopOnce, nullptr, endsWithTheLast(S->getCond()), [&] {
    Body.walk(S->getBody());
    Locals.endStatement();
    Exprs.eval(S->getCond());
    Locals.endStatement();
  });
  leaveNull(nullptr, S->getCond(), S->getBody());
}

void LoopReader::walkFor(const ForStmt *S) {
  size_t FirstLocal = Locals.scope();
  Body.walk(S->getInit());
  Locals.endStatement();
  const ValueDecl *Counter = counterOf(*S);
  walkLoop(S, runsOnce(S->getInit(), S->getCond(), P.AST), Counter,
           Counter || endsWithTheLast(S->getCond()), [&] {
             walkTurn(S->getConditionVariable(), S->getCond(), S->getBody());
             Exprs.eval(S->getInc());
             Locals.endStatement();
           });
  Locals.endScope(FirstLocal);
}

void LoopReader::walkRangeFor(const CXXForRangeStmt *S) {
  size_t FirstLocal = Locals.scope();
  if (S->getInit())
    Body.walk(S->getInit());
  Ref Range;
  if (const VarDecl *V = dyn_cast_or_null<VarDecl>(
          S->getRangeStmt() ? S->getRangeStmt()->getSingleDecl() : nullptr))
    if (V->getInit())
      Range = Vars.resolve(Exprs.eval(V->getInit()));
  if (Range.Kind == Ref::Object)
    Range = Ref::place(Range.Value, P.ElementMember);
  walkLoop(S->getBody(), Context::ForEach, nullptr, /*VisitsAll=*/true, [&] {
    if (const VarDecl *V = S->getLoopVariable()) {
      Ref Element = Range;
      if (Element.Kind == Ref::Place) {
        Element.Key = Keys.fresh();
        Element.IsEach = true;
      }
      Locals.declareElement(V, Element);
    }
    Body.walk(S->getBody());
    Locals.endStatement();
    Locals.endScope(FirstLocal);
  });
}

void LoopReader::walkBreak() {
  if (AtBreaks)
    AtBreaks->push_back(Vars.all());
  Locals.leaveScope(BreakScope);
  Out.IsDead = true;
}

void LoopReader::walkContinue() {
  if (AtContinues)
    AtContinues->push_back({Vars.all(), Out.context()});
  Locals.leaveScope(ContinueScope);
  Out.IsDead = true;
}

void LoopReader::inSwitch(function_ref<void()> Walk) {
  SaveAndRestore Scope(BreakScope, Locals.scope());
  SaveAndRestore NoBreaks(AtBreaks,
                          static_cast<std::vector<Bindings::Env> *>(nullptr));
  Walk();
}

} // namespace ownership
