//===- BodyReader.cpp - Reads one function body ---------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A body is walked once, in the order in which it runs, with what each local
// variable stands for (Bindings.h) and what each expression denotes (Ref.h).
//
// Two other designs were weighed. A walk over clang's CFG knows every path, but
// pays for building it for each function, and the joins are those of the
// structured statements anyway. Matchers for the known shapes (a setter that
// gets `this`, ...) would need one for each pair of shapes.
//
//===----------------------------------------------------------------------===//

#include "extract/BodyReader.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace llvm;

namespace ownership {

void BodyReader::read() {
  const auto *M = dyn_cast<CXXMethodDecl>(&F);
  bool IsLambda = M && M->getParent()->isLambda();
  if (M && !M->isStatic()) {
    Instruction I = Out.make(Instruction::This, F.getLocation());
    I.Type = P.recordOf(M->getParent());
    Exprs.enterMethod(Out.push(std::move(I)), *M->getParent());
  }
  for (const auto &[N, Parameter] : enumerate(F.parameters())) {
    QualType T = Parameter->getType();
    Shape Sh = P.TheShapes.of(T);
    if (Sh == Shape::Nothing)
      continue;
    Instruction I = Out.make(Instruction::Parameter, Parameter->getLocation());
    I.Index = N;
    I.Type = P.recordOf(T);
    ValueIndex V = Out.push(std::move(I));
    bool IsOut =
        Sh == Shape::Pointer && !IsLambda && P.TheShapes.isPointerReference(T);
    Ref R = Sh == Shape::Many ? Ref::place(V, P.ElementMember)
            : IsOut           ? Ref::place(V, P.referenceMember(T))
                              : Ref::object(V);
    R.IsByValue = Sh == Shape::Many && !T->isReferenceType();
    Locals.declareParameter(Parameter, R);
  }
  if (const auto *C = dyn_cast<CXXConstructorDecl>(&F))
    walkInitializers(C);
  walk(F.getBody());
  Out.finish(Walking);
}

void BodyReader::walkInitializers(const CXXConstructorDecl *C) {
  for (const CXXCtorInitializer *Init : C->inits()) {
    const Expr *E = Init->getInit();
    if (!E)
      continue;
    SourceLocation Loc = Init->getSourceLocation();
    if (Loc.isInvalid())
      Loc = E->getExprLoc();
    if (!Init->isAnyMemberInitializer()) {
      walkBaseInitializer(E, Loc);
      continue;
    }
    const FieldDecl *Field = Init->getAnyMember();
    if (!Field)
      continue;
    Ref From = Exprs.eval(E);
    if (P.TheShapes.of(Field->getType()) == Shape::Nothing)
      continue;
    // An empty field is no release.
    if (From.Kind == Ref::Null || From.Kind == Ref::Nothing)
      continue;
    Ref To = Ref::place(Exprs.thisValue(), P.memberOf(Field));
    Access.assign(To, From, Field->getType(), Loc);
    Locals.endStatement();
  }
}

/// What stands there is done once, and the loop is left.
static bool leavesLoop(const Stmt *S) {
  if (const auto *Block = dyn_cast_or_null<CompoundStmt>(S))
    S = Block->body_empty() ? nullptr : Block->body_back();
  return isa_and_nonnull<BreakStmt, ReturnStmt, GotoStmt>(S);
}

/// A base class or another constructor: the same object.
void BodyReader::walkBaseInitializer(const Expr *E, SourceLocation Loc) {
  const Expr *Inner = E->IgnoreImplicit()->IgnoreParens();
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Inner)) {
    Arguments Args(Construct->getArgs(), Construct->getNumArgs());
    if (P.isUserCode(Construct->getConstructor()))
      Exprs.Calls.callConstructor(Construct->getConstructor(),
                                  Exprs.thisValue(), Args, Loc);
    else
      Exprs.evalAll(Args);
  } else if (const auto *Inherited =
                 dyn_cast<CXXInheritedCtorInitExpr>(Inner)) {
    Instruction I = Out.make(Instruction::Call, Loc);
    I.Base = Exprs.thisValue();
    for (const ParmVarDecl *Parameter : F.parameters())
      I.Operands.push_back(
          Access.load(Vars.lookup(Parameter), Parameter->getType(), Loc));
    I.Callees.push_back(P.indexOfDefinition(Inherited->getConstructor()));
    Out.push(std::move(I));
  }
}

//===----------------------------------------------------------------------===//
// Statements
//===----------------------------------------------------------------------===//

void BodyReader::walk(const Stmt *S) {
  if (!S)
    return;
  if (const auto *E = dyn_cast<Expr>(S)) {
    Exprs.eval(E);
    if (isa<CXXThrowExpr>(E->IgnoreParenImpCasts()->IgnoreImplicit())) {
      Locals.leaveScope(TryScope);
      Out.push(Out.make(Instruction::Throw, E->getExprLoc()));
      Out.IsDead = true;
    }
    return;
  }
  switch (S->getStmtClass()) {
  case Stmt::CompoundStmtClass:
    return walkCompound(cast<CompoundStmt>(S));
  case Stmt::DeclStmtClass:
    for (const Decl *D : cast<DeclStmt>(S)->decls())
      if (const auto *V = dyn_cast<VarDecl>(D)) {
        walkVar(V);
        Locals.endStatement();
      }
    return;
  case Stmt::IfStmtClass:
    return walkIf(cast<IfStmt>(S));
  case Stmt::SwitchStmtClass:
    return walkSwitch(cast<SwitchStmt>(S));
  case Stmt::WhileStmtClass:
    return Loops.walkWhile(cast<WhileStmt>(S));
  case Stmt::DoStmtClass:
    return Loops.walkDo(cast<DoStmt>(S));
  case Stmt::ForStmtClass:
    return Loops.walkFor(cast<ForStmt>(S));
  case Stmt::CXXForRangeStmtClass:
    return Loops.walkRangeFor(cast<CXXForRangeStmt>(S));
  case Stmt::CXXTryStmtClass:
    return walkTry(cast<CXXTryStmt>(S));
  case Stmt::ReturnStmtClass:
    return walkReturn(cast<ReturnStmt>(S));
  case Stmt::BreakStmtClass:
    return Loops.walkBreak();
  case Stmt::ContinueStmtClass:
    return Loops.walkContinue();
  case Stmt::GotoStmtClass: {
    // Where it leads, anything may have changed.
    Instruction I = Out.make(Instruction::Release, S->getBeginLoc());
    I.IsMaybe = true;
    Out.push(std::move(I));
    Out.IsDead = true;
    return;
  }
  case Stmt::CoreturnStmtClass:
    if (const Expr *E = cast<CoreturnStmt>(S)->getOperand())
      Access.yield(Exprs.eval(E), E->getType(), E->getExprLoc());
    Out.IsDead = true;
    return;
  default:
    return walkChildren(S);
  }
}

void BodyReader::walkVar(const VarDecl *V) {
  Ref Init = V->getInit() ? Exprs.eval(V->getInit()) : Ref();
  if (!V->hasGlobalStorage())
    Locals.declare(V, Init);
  else if (V->getInit())
    Locals.declareGlobal(V, Init);
}

void BodyReader::walkChildren(const Stmt *S) {
  for (const Stmt *Child : S->children())
    walk(Child);
}

void BodyReader::walkReturn(const ReturnStmt *S) {
  if (const Expr *E = S->getRetValue()) {
    Ref R = Exprs.eval(E);
    QualType T = F.getReturnType();
    SourceLocation Loc = E->getExprLoc();
    bool IsPlace = R.Kind == Ref::Place && P.TheShapes.isPointerReference(T);
    ValueIndex V = IsPlace ? Access.handle(R, Loc) : Access.argument(R, T, Loc);
    if (V == None)
      V = Access.load(R, E->getType(), Loc);
    Out.giveBack(V, S->getReturnLoc());
  }
  Locals.endStatement();
  Out.IsDead = true;
}

void BodyReader::walkCompound(const CompoundStmt *S) {
  Out.inBlock([&] {
    size_t FirstLocal = Locals.scope();
    for (const Stmt *Child : S->body()) {
      walk(Child);
      Locals.endStatement();
    }
    Locals.destroy(FirstLocal);
    Locals.endScope(FirstLocal);
  });
}

//===----------------------------------------------------------------------===//
// Branches
//===----------------------------------------------------------------------===//

void BodyReader::walkIf(const IfStmt *S) {
  size_t FirstLocal = Locals.scope();
  if (S->getInit())
    walk(S->getInit());
  if (S->getConditionVariable())
    walkVar(S->getConditionVariable());
  Exprs.eval(S->getCond());
  Locals.endStatement();
  const bool IsForOne = asksForSomebody(S->getCond());
  unsigned Branch = Out.newBranch();
  for (unsigned Arm : {0u, 1u})
    Empty.forEachPointer(
        S->getCond(), /*Is=*/Arm == 0, [&](const Ref &Pointer, bool IsNull) {
          if (Pointer.Kind == Ref::Variable && Locals.isMovedFrom(Pointer.Var))
            return;
          Access.test(Pointer, IsNull, Branch, Arm, S->getCond()->getExprLoc());
        });
  Bindings::Env Before = Vars.all();
  LocalVariables::Keeps HeldBefore = Locals.held();
  bool ThenEnds = Out.underArm(Branch, 0, [&] {
    if (IsForOne || (Out.isInLoop() && leavesLoop(S->getThen())))
      Walking.addForOne(Out.context());
    Empty.assume(S->getCond(), true);
    walk(S->getThen());
    Locals.endStatement();
  });
  Bindings::Env AfterThen = Vars.exchange(std::move(Before));
  LocalVariables::Keeps HeldAfterThen =
      Locals.exchangeHeld(std::move(HeldBefore));
  bool ElseEnds = false;
  if (S->getElse())
    ElseEnds = Out.underArm(Branch, 1, [&] {
      if (IsForOne || (Out.isInLoop() && leavesLoop(S->getElse())))
        Walking.addForOne(Out.context());
      Empty.assume(S->getCond(), false);
      walk(S->getElse());
      Locals.endStatement();
    });
  Locals.endScope(FirstLocal);
  if (ThenEnds && ElseEnds) {
    Out.IsDead = true;
    return;
  }
  // Who comes here has not been through the arm that ends. The enclosing
  // statement list goes on under the other arm.
  if (ThenEnds) {
    Out.goOnUnder(Branch, 1);
    if (IsForOne)
      Walking.addForOne(Out.context());
    Empty.assume(S->getCond(), false);
    return;
  }
  if (ElseEnds) {
    Out.goOnUnder(Branch, 0);
    if (IsForOne)
      Walking.addForOne(Out.context());
    Empty.assume(S->getCond(), true);
    Vars.exchange(std::move(AfterThen));
    Locals.exchangeHeld(std::move(HeldAfterThen));
    return;
  }
  join(AfterThen, S->getEndLoc(), Branch);
  Locals.joinHeld(HeldAfterThen);
}

/// Nothing falls through to \p Label.
static bool isLeftBefore(CompoundStmt::const_body_iterator Label) {
  const Stmt *Last = *std::prev(Label);
  while (const auto *Case = dyn_cast<SwitchCase>(Last))
    Last = Case->getSubStmt();
  if (const auto *Block = dyn_cast<CompoundStmt>(Last);
      Block && !Block->body_empty())
    Last = Block->body_back();
  return isa<BreakStmt, ReturnStmt, ContinueStmt, GotoStmt>(Last) ||
         (isa<Expr>(Last) &&
          isa<CXXThrowExpr>(cast<Expr>(Last)->IgnoreImplicit()));
}

void BodyReader::walkSwitch(const SwitchStmt *S) {
  if (S->getInit())
    walk(S->getInit());
  if (S->getConditionVariable())
    walkVar(S->getConditionVariable());
  Exprs.eval(S->getCond());
  const auto *Body = dyn_cast_or_null<CompoundStmt>(S->getBody());
  if (!Body)
    return walk(S->getBody());
  Loops.inSwitch([&] { walkArms(S, *Body); });
}

void BodyReader::walkArms(const SwitchStmt *S, const CompoundStmt &Body) {
  unsigned Branch = Out.newBranch();
  unsigned Arm = ManyArms;
  const Bindings::Env Before = Vars.all();
  Bindings::Env After = Before;
  const LocalVariables::Keeps HeldBefore = Locals.held();
  bool HasArm = false;
  size_t FirstLocal = Locals.scope();
  for (CompoundStmt::const_body_iterator It = Body.body_begin();
       It != Body.body_end();) {
    Out.underArm(Branch, Arm++, [&] { It = walkArm(Body, It); });
    Locals.endScope(FirstLocal);
    Locals.exchangeHeld(HeldBefore);
    // What this arm leaves, joined with those before it.
    After = Vars.exchange(std::move(After));
    if (HasArm) {
      join(After, S->getEndLoc());
      After = Vars.exchange(Bindings::Env());
    }
    HasArm = true;
    Vars.exchange(Before);
  }
  Vars.exchange(std::move(After));
  join(Before, S->getEndLoc());
  Locals.assumeHeld();
}

/// One arm: from a label to a break. Falling through joins two. Returns where
/// the next one begins.
CompoundStmt::const_body_iterator
BodyReader::walkArm(const CompoundStmt &Body,
                    CompoundStmt::const_body_iterator It) {
  auto NextLabel = [&] {
    return std::find_if(std::next(It), Body.body_end(),
                        [](const Stmt *S) { return isa<SwitchCase>(S); });
  };
  // What stands before a further label may be skipped.
  auto Label = NextLabel();
  do {
    if (It == Label)
      Label = NextLabel();
    const Stmt *Child = *It++;
    while (const auto *Case = dyn_cast<SwitchCase>(Child))
      Child = Case->getSubStmt();
    auto Walk = [&] {
      walk(Child);
      Locals.endStatement();
    };
    if (Label != Body.body_end() && !isLeftBefore(Label))
      Out.underArm(Out.newBranch(), 0, Walk);
    else
      Walk();
  } while (It != Body.body_end() && !Out.IsDead);
  return It;
}

void BodyReader::walkTry(const CXXTryStmt *S) {
  const Bindings::Env Before = Vars.all();
  bool TryEnds;
  {
    SaveAndRestore Scope(TryScope, Locals.scope());
    TryEnds = Out.underArm(
        Out.newBranch(), 0, [&] { walk(S->getTryBlock()); }, Context::Try);
  }
  Bindings::Env After = Vars.all();
  unsigned Branch = Out.newBranch();
  for (unsigned I = 0; I < S->getNumHandlers(); ++I) {
    Vars.exchange(Before);
    Out.underArm(Branch, ManyArms + I,
                 [&] { walk(S->getHandler(I)->getHandlerBlock()); });
  }
  Vars.exchange(std::move(After));
  Locals.assumeHeld();
  Out.IsDead = TryEnds && S->getNumHandlers() == 0;
}

/// The variables after a branch: where the arms differ, either.
void BodyReader::join(const Bindings::Env &Other, SourceLocation Loc,
                      unsigned Branch) {
  SmallVector<const ValueDecl *, 8> Differ;
  for (const auto &[Var, R] : Vars.all()) {
    auto It = Other.find(Var);
    if (It != Other.end() && !(It->second == R))
      Differ.push_back(Var);
  }
  sort(Differ, isBefore);
  for (const ValueDecl *Var : Differ) {
    Ref &Mine = *Vars.find(Var);
    const Ref &Theirs = Other.find(Var)->second;
    if (Mine.Kind == Ref::Nothing) {
      Mine = Theirs;
      continue;
    }
    if (Theirs.Kind == Ref::Nothing)
      continue;
    if (Mine.Kind == Ref::Place && Theirs.Kind == Ref::Place &&
        Mine.Value == Theirs.Value && Mine.Member == Theirs.Member) {
      Mine.Key = Keys.fresh();
      continue;
    }
    // What is in Vars now comes from the later arm.
    ValueIndex A = Access.loadOrNull(Theirs, Var->getType(), Loc);
    ValueIndex B = Access.loadOrNull(Mine, Var->getType(), Loc);
    Mine = Ref::object(Out.phi(Branch, A, B, Var->getType(), Loc));
  }
}

void readBodies(ASTContext &AST, OwnershipTypes &Types,
                ArrayRef<const FunctionDecl *> Functions,
                const RecordsInSight &Known, Extraction &Result) {
  BodiesInSight P(AST, Types, Known, Result);
  for (const FunctionDecl *F : Functions)
    P.add(F);
  for (const FunctionDecl *F : Functions) {
    // Reading one may make the list grow.
    FunctionIndex I = P.indexOf(F);
    Function Read = Result.S.Functions[I];
    BodyState State(P, Read);
    BodyReader(State, *F).read();
    Result.S.Functions[I] = std::move(Read);
  }
}

} // namespace ownership
