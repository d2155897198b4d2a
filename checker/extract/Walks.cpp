//===- Walks.cpp - What a function does to each of many -------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Walks.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;
using namespace llvm;

namespace ownership {

/// Chains of loads and calls are not followed further than this.
static constexpr unsigned MaxDepth = 8, MaxSteps = 16;

//===----------------------------------------------------------------------===//
// Conditions of loops
//===----------------------------------------------------------------------===//

static const Expr *strip(const Expr *E) {
  E = E->IgnoreUnlessSpelledInSource()->IgnoreParenImpCasts();
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E))
    return strip(Rewritten->getSemanticForm());
  // `operator bool`
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
    if (isa_and_nonnull<CXXConversionDecl>(Call->getMethodDecl()))
      return strip(Call->getImplicitObjectArgument());
  return E;
}

static bool isNull(const Expr *E) {
  E = strip(E);
  return isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E);
}

static bool isPointer(const Expr *E) {
  QualType T = strip(E)->getType().getNonReferenceType();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  return T->isPointerType() ||
         (R && R->getIdentifier() && R->getName().ends_with_insensitive("ptr"));
}

static constexpr llvm::StringLiteral Bounds[] = {"end",   "cend",   "rend",
                                                 "crend", "size",   "ssize",
                                                 "count", "length", "constEnd"};

/// `list.end()`, `list.size()`
static bool isBoundOfContainer(const Expr *E) {
  const Expr *Inner = strip(E);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Inner);
      Construct && Construct->getNumArgs() == 1)
    Inner = strip(Construct->getArg(0));
  const auto *Call = dyn_cast<CallExpr>(Inner);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  return F && F->getIdentifier() && is_contained(Bounds, F->getName());
}

/// The two sides of a comparison.
static std::pair<const Expr *, const Expr *> comparison(const Expr *E) {
  if (const auto *B = dyn_cast<BinaryOperator>(E); B && B->isComparisonOp())
    return {B->getLHS(), B->getRHS()};
  if (const auto *O = dyn_cast<CXXOperatorCallExpr>(E);
      O && O->isComparisonOp() && O->getNumArgs() == 2)
    return {O->getArg(0), O->getArg(1)};
  return {nullptr, nullptr};
}

bool endsWithTheLast(const Expr *Condition) {
  if (!Condition)
    return true;
  const Expr *E = strip(Condition);
  if (const auto *B = dyn_cast<BinaryOperator>(E)) {
    if (B->getOpcode() == BO_LAnd)
      return endsWithTheLast(B->getLHS()) && endsWithTheLast(B->getRHS());
    if (B->getOpcode() == BO_Assign)
      return isPointer(B->getLHS());
  }
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot)
    return endsWithTheLast(Not->getSubExpr());
  if (auto [L, R] = comparison(E); L)
    return isNull(L) || isNull(R) || isBoundOfContainer(L) ||
           isBoundOfContainer(R) || (isPointer(L) && isPointer(R));
  if (const auto *Literal = dyn_cast<CXXBoolLiteralExpr>(E))
    return Literal->getValue();
  // `!list.empty()`, `node = next()`
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return isa<CXXOperatorCallExpr>(Call) || isa<CXXMemberCallExpr>(Call);
  return isPointer(E);
}

const Expr *pointerAsked(const Expr *Condition) {
  if (!Condition)
    return nullptr;
  const Expr *E = strip(Condition);
  if (const auto *B = dyn_cast<BinaryOperator>(E);
      B && B->getOpcode() == BO_LAnd) {
    const Expr *Left = pointerAsked(B->getLHS());
    return Left ? Left : pointerAsked(B->getRHS());
  }
  if (auto [L, R] = comparison(E); L)
    E = isNull(R) ? strip(L) : isNull(L) ? strip(R) : E;
  return isa<DeclRefExpr, MemberExpr>(E) && isPointer(E) ? E : nullptr;
}

/// \p S may be left without coming to its end. A `break` of what is inside
/// counts as well.
static bool mayBeLeft(const Stmt *S) {
  SmallVector<const Stmt *, 32> Work{S};
  while (!Work.empty()) {
    const Stmt *Next = Work.pop_back_val();
    if (!Next || isa<LambdaExpr>(Next))
      continue;
    if (isa<BreakStmt, ReturnStmt, CoreturnStmt, GotoStmt, IndirectGotoStmt,
            CXXThrowExpr>(Next))
      return true;
    append_range(Work, Next->children());
  }
  return false;
}

const Expr *nullWhenLeft(const VarDecl *Declared, const Expr *Condition,
                         const Stmt *Body) {
  if (!Condition)
    return nullptr;
  const Expr *E = strip(Condition);
  if (auto [L, R] = comparison(E); L) {
    const auto *B = dyn_cast<BinaryOperator>(E);
    const auto *O = dyn_cast<CXXOperatorCallExpr>(E);
    if (B ? B->getOpcode() != BO_NE : O->getOperator() != OO_ExclaimEqual)
      return nullptr;
    E = isNull(R) ? strip(L) : isNull(L) ? strip(R) : nullptr;
  }
  // `while (auto job = head_)`
  if (Declared && E)
    if (const auto *Named = dyn_cast<DeclRefExpr>(E);
        Named && Named->getDecl() == Declared && Declared->getInit()) {
      E = strip(Declared->getInit());
      if (const auto *Copy = dyn_cast<CXXConstructExpr>(E);
          Copy && Copy->getConstructor()->isCopyConstructor())
        E = strip(Copy->getArg(0));
    }
  // Of a cursor that climbs to the root, each turn asks for another field.
  const auto *Field = dyn_cast_or_null<MemberExpr>(E);
  return Field && isa<CXXThisExpr>(strip(Field->getBase())) &&
                 isPointer(Field) && !mayBeLeft(Body)
             ? Field
             : nullptr;
}

//===----------------------------------------------------------------------===//
// Which objects are visited
//===----------------------------------------------------------------------===//

static bool isWithin(const Function &F, unsigned Context, unsigned Outer) {
  while (Context != None && Context != Outer)
    Context = F.Contexts[Context].Outer;
  return Context == Outer;
}

/// \p From was found by going on from \p To.
static bool leadsBack(const Function &F, ValueIndex From, ValueIndex To) {
  SmallVector<std::pair<ValueIndex, bool>, 8> Work{{From, false}};
  SmallSet<ValueIndex, 8> Seen;
  for (unsigned Steps = 0; !Work.empty() && Steps < MaxSteps; ++Steps) {
    auto [V, HasMoved] = Work.pop_back_val();
    if (V == To) {
      if (HasMoved)
        return true;
      continue;
    }
    if (V == None || !Seen.insert(V).second)
      continue;
    const Instruction &I = F.Body[V];
    bool Moves = I.Kind == Instruction::Load || I.Kind == Instruction::Call;
    for (ValueIndex Next : I.Operands)
      Work.push_back({Next, HasMoved || Moves});
    if (Moves)
      Work.push_back({I.Base, true});
    else if (I.Kind == Instruction::Cast)
      Work.push_back({I.Value, HasMoved});
  }
  return false;
}

/// A list made here of those that were looked for.
static bool isChoice(const Function &F, ValueIndex List) {
  bool HasAny = false, IsOfAll = false;
  if (F.Body[List].Kind == Instruction::New)
    for (const Instruction &I : F.Body)
      if (I.Kind == Instruction::Store && I.Base == List) {
        HasAny = true;
        IsOfAll |= !I.IsForOne;
      }
  return HasAny && !IsOfAll;
}

/// An element that is another in each turn: under a key of the loop's own, or
/// the first or last, which is taken out.
static bool isElementVisited(const Function &F, const Instruction &Load) {
  if (Load.Key == 0 || isChoice(F, Load.Base))
    return false;
  if (isLocalKey(Load.Key))
    return true;
  return !isLiteralKey(Load.Key) && any_of(F.Body, [&](const Instruction &I) {
    return I.Kind == Instruction::Release && I.IsSweep && I.IsInLoop &&
           I.Base == Load.Base && I.Member == Load.Member;
  });
}

/// \p V is another object in each turn of a loop around \p Context, until there
/// are no more; or is reached from one.
bool Walks::isVisited(const Function &F, ValueIndex V, unsigned Context,
                      unsigned Depth) const {
  if (V == None || Depth > MaxDepth)
    return false;
  auto Again = [&](ValueIndex Next) {
    return isVisited(F, Next, Context, Depth + 1);
  };
  const Instruction &I = F.Body[V];
  for (unsigned Loop = Context; Loop != None; Loop = F.Contexts[Loop].Outer) {
    auto It = Until.find(Loop);
    if (It == Until.end())
      continue;
    if (V == It->second)
      return true;
    if (I.Kind == Instruction::Phi && I.Index == 0 &&
        !isWithin(F, I.Context, Loop) &&
        any_of(I.Operands, [&](ValueIndex Next) {
          return Next != None && Next > V &&
                 isWithin(F, F.Body[Next].Context, Loop) &&
                 leadsBack(F, Next, V);
        }))
      return true;
    if (I.Kind != Instruction::Load || !isWithin(F, I.Context, Loop))
      continue;
    if (isElementVisited(F, I))
      return true;
    if (It->second != None) {
      const Instruction &Last = F.Body[It->second];
      if (Last.Kind == Instruction::Load && Last.Base == I.Base &&
          Last.Member == I.Member && Last.Key == I.Key)
        return true;
    }
  }
  switch (I.Kind) {
  case Instruction::Load:
  case Instruction::Call:
    return Again(I.Base);
  case Instruction::Cast:
    return Again(I.Value);
  case Instruction::Phi:
    return any_of(I.Operands, [&](ValueIndex Next) {
      return Next != None && Next < V && Again(Next);
    });
  default:
    return false;
  }
}

unsigned Walks::visitedOperands(const Function &F,
                                const Instruction &Call) const {
  unsigned Visited = 0;
  for (const auto &[N, V] : enumerate(Call.Operands))
    if (N < VisitedBase && isVisited(F, V, Call.Context))
      Visited |= 1u << N;
  if (isVisited(F, Call.Base, Call.Context))
    Visited |= 1u << VisitedBase;
  return Visited;
}

//===----------------------------------------------------------------------===//
// Those that are left
//===----------------------------------------------------------------------===//

/// The list \p List, which is made here, gets nothing but elements of
/// \p Place, each under a condition that asks the element about itself; or all
/// of such a list.
static bool isLeftOf(const Function &F, ValueIndex List,
                     const Instruction &Place, unsigned Depth = 0) {
  if (List == None || Depth > 2 || F.Body[List].Kind != Instruction::New)
    return false;
  bool HasAny = false;
  for (const Instruction &I : F.Body) {
    if (I.Kind != Instruction::Store || I.Base != List)
      continue;
    const Instruction &From = F.Body[I.Value];
    if (From.Kind != Instruction::Load)
      return false;
    // What a swap brings in return.
    bool IsAfter = From.Base == Place.Base && From.Member == Place.Member &&
                   I.Context == Place.Context;
    if (IsAfter)
      continue;
    bool IsAsked = I.Context != None && !F.Contexts[I.Context].isLoop() &&
                   !I.IsForOne && From.Base == Place.Base &&
                   From.Member == Place.Member;
    if (!IsAsked && !isLeftOf(F, From.Base, Place, Depth + 1))
      return false;
    HasAny = true;
  }
  return HasAny;
}

/// `alive` gets those of `all` that are not done, and then `all` gets `alive`:
/// that takes out the others.
static void markLeft(Function &F) {
  for (ValueIndex V = 0; V < F.Body.size(); ++V) {
    const Instruction &From = F.Body[V];
    if (From.Kind != Instruction::Store || From.IsForOne || From.Base == None ||
        F.Body[From.Value].Kind != Instruction::Load ||
        !isLeftOf(F, F.Body[From.Value].Base, From))
      continue;
    for (ValueIndex Before = V; Before-- > 0;) {
      Instruction &I = F.Body[Before];
      if (I.Kind != Instruction::Release || I.Base != From.Base ||
          I.Member != From.Member || !I.IsWhole || I.Context != From.Context)
        continue;
      F.Body[V].IsSweep = true;
      if (I.IsMaybe) {
        I.IsMaybe = I.IsWhole = false;
        I.IsSweep = I.IsInLoop = true;
      }
      break;
    }
  }
}

void Walks::mark(Function &F) const {
  for (Instruction &I : F.Body)
    if (I.Kind == Instruction::Release || I.Kind == Instruction::Call ||
        I.Kind == Instruction::Store)
      for (unsigned C = I.Context; C != None && !I.IsForOne;
           C = F.Contexts[C].Outer)
        I.IsForOne = ForOne.contains(C);
  markLeft(F);
  for (Instruction &I : F.Body) {
    if (I.IsForOne || I.Context == None || I.IsMaybe)
      continue;
    if (I.Kind == Instruction::Call)
      I.Visited = visitedOperands(F, I);
    // One that takes itself out of what it knows does so for each as well.
    else if (I.Kind == Instruction::Release)
      I.IsSweep |= isVisited(F, I.Base, I.Context) &&
                   (I.IsWhole || isVisited(F, I.Value, I.Context));
  }
}

} // namespace ownership
