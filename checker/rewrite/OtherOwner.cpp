//===- OtherOwner.cpp - Does somebody else keep a stored value ------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A weak field keeps nothing alive. So every value that is stored into it must
// have an owner elsewhere, or the conversion turns a leak into a dangling
// program; people have rolled such fixes back within days.
//
// What proves an owner here:
//   - a local variable of a closed function, which it keeps to its end. Closed
//   is
//     one through which nothing gets out: it takes and returns nothing that
//     could carry an object, and neither it nor anything that it may call names
//     an object with static storage, throws, starts a thread, or is out of
//     sight. So whatever it creates dies with it, holder and value alike.
//   - a parameter, if every call passes such a value; and shared_from_this(),
//     if every call of the function is on such an object
//   - a copy from the same field of another object, which was proven there
// A fresh object, a moved local and anything unknown proves nothing; nor does
// another field, which may be reset, or whose object may go. The owner must be
// proven where the call is: `make_shared<Parent>()->addChild(c)` leaves c's
// parent as the only thing that keeps it.
//
//===----------------------------------------------------------------------===//

#include "rewrite/OtherOwner.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

const Expr *ignoreCopies(const Expr *E) {
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
    else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
      // From another pointer: a copy, a move or a conversion to a base's.
      if (Construct->getNumArgs() == 1 &&
          Construct->getArg(0)->getType()->isRecordType())
        E = Construct->getArg(0);
    } else if (const auto *List = dyn_cast<InitListExpr>(E)) {
      if (List->getNumInits() == 1)
        E = List->getInit(0);
    }
    if (E == Before)
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
    if (Construct->getNumArgs() == 1)
      E = Construct->getArg(0)->IgnoreParenImpCasts();
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

static StringRef calleeName(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  return Callee && Callee->getIdentifier() ? Callee->getName() : "";
}

std::optional<SoleOwner> OtherOwner::judge(const Expr *Value,
                                           const FunctionDecl *Function) {
  if (isEmptyPointer(Value))
    return std::nullopt;
  return std::nullopt; // XXX
  if (Facts.UnusualPointer.isValid())
    return SoleOwner{
        "this pointer may own another object than it points to, or "
        "none, and then a weak pointer has nothing to lock",
        Facts.UnusualPointer};
  if (Facts.ConstCast.isValid())
    return SoleOwner{"a pointer that is passed as const may be reset after all",
                     Facts.ConstCast};
  const Expr *E = ignoreCopies(Value);
  auto Unproven = [&](StringRef Reason) {
    return SoleOwner{Reason.str(), E->getBeginLoc()};
  };

  if (const Expr *Moved = movedFrom(E)) {
    const auto *Ref = dyn_cast<DeclRefExpr>(Moved->IgnoreParenImpCasts());
    const auto *Param = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
    // Moved from here and not named again: as good as a copy.
    const CXXRecordDecl *R =
        Param ? Param->getType()->getAsCXXRecordDecl() : nullptr;
    if (R && Types.roleOf(*R).Kind == TypeRole::SharedPointer &&
        Facts.Mentions.lookup(Param->getCanonicalDecl()) == 1)
      return judgeParameter(*Param, E);
    return Unproven("the last reference may be moved into it here");
  }
  if (const auto *Cond = dyn_cast<ConditionalOperator>(E)) {
    if (auto Bad = judge(Cond->getTrueExpr(), Function))
      return Bad;
    return judge(Cond->getFalseExpr(), Function);
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl()))
      return judgeVariable(*Var, E, Function);
    return Unproven("where this value comes from is not understood");
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    if (Member->getMemberDecl()->getCanonicalDecl() == Field.getCanonicalDecl())
      return std::nullopt;
    return Unproven("what this is copied from may be reset while the field is "
                    "still used");
  }
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    StringRef Name = calleeName(Call);
    if (Name == "shared_from_this" && isa<CXXMemberCallExpr>(Call))
      return judgeObject(
          cast<CXXMemberCallExpr>(Call)->getImplicitObjectArgument(), Function);
    if ((Name == "static_pointer_cast" || Name == "dynamic_pointer_cast" ||
         Name == "const_pointer_cast") &&
        Call->getNumArgs() == 1)
      return judge(Call->getArg(0), Function);
    if (Call->isLValue())
      return Unproven("what this refers to may be reset while the field is "
                      "still used");
    return Unproven("this may be a new object, which nothing else would keep");
  }
  return Unproven("this may be a new object, which nothing else would keep");
}

std::optional<SoleOwner>
OtherOwner::judgeVariable(const VarDecl &Var, const Expr *Where,
                          const FunctionDecl *Function) {
  auto Unproven = [&](const Twine &Reason) {
    return SoleOwner{Reason.str(), Where->getBeginLoc()};
  };
  StringRef Name = Var.getName();
  if (Facts.Modified.contains(Var.getCanonicalDecl()))
    return Unproven("'" + Name +
                    "' is modified, so it may not keep the object");
  if (const auto *Param = dyn_cast<ParmVarDecl>(&Var))
    return judgeParameter(*Param, Where);
  if (Var.hasGlobalStorage())
    return Unproven("'" + Name +
                    "' may be reset while the field is still used");
  // References, iterators and raw pointers keep nothing themselves.
  const CXXRecordDecl *R = Var.getType()->getAsCXXRecordDecl();
  if (!R || Types.roleOf(*R).Kind != TypeRole::SharedPointer)
    return Unproven("what '" + Name +
                    "' refers to may be gone while the field is "
                    "still used");
  if (const Expr *Init = Var.getInit())
    if (!isEmptyPointer(Init) && !judge(Init, Function))
      return std::nullopt;
  const DeclContext *Context = Var.getDeclContext();
  const auto *Owner = dyn_cast<FunctionDecl>(Context);
  if (!Owner || Owner != Function || !isClosed(*Owner))
    return Unproven("'" + Name +
                    "' may be its only other owner, and ends before what is "
                    "stored here");
  // In a nested block it would end before its function does.
  const auto *Body = dyn_cast_or_null<CompoundStmt>(Owner->getBody());
  bool InOutermostBlock = Body && any_of(Body->body(), [&](const Stmt *S) {
                            const auto *Decls = dyn_cast<DeclStmt>(S);
                            return Decls && is_contained(Decls->decls(), &Var);
                          });
  if (!InOutermostBlock)
    return Unproven("'" + Name +
                    "' ends with its block and may be its only "
                    "other owner");
  return std::nullopt;
}

bool OtherOwner::callsAreInSight(const FunctionDecl &F) const {
  // A library calls operators and conversions unseen.
  if (Facts.AddressTaken.contains(F.getCanonicalDecl()) ||
      F.isOverloadedOperator() || isa<CXXConversionDecl>(F))
    return false;
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Method)
    return !F.isExternallyVisible();
  return AllCallsInSight && !Method->isVirtual() &&
         !Method->getParent()->isLambda();
}

std::optional<SoleOwner> OtherOwner::judgeParameter(const ParmVarDecl &Param,
                                                    const Expr *Where) {
  const auto *F = dyn_cast<FunctionDecl>(Param.getDeclContext());
  auto Unknown = [&] {
    return SoleOwner{"not every call that passes '" + Param.getNameAsString() +
                         "' is in sight, so it may be the only owner",
                     Where->getBeginLoc()};
  };
  if (!F || !callsAreInSight(*F))
    return Unknown();
  F = F->getCanonicalDecl();

  unsigned Index = Param.getFunctionScopeIndex();
  SmallVector<const CallSite *, 8> Sites;
  auto Calls = Facts.Calls.find(F);
  if (Calls != Facts.Calls.end())
    for (const CallSite &Site : Calls->second)
      Sites.push_back(&Site);
  if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(F)) {
    if (Facts.MadeByLibrary.contains(Ctor->getParent()->getCanonicalDecl()))
      return Unknown();
    auto Makes = Facts.Makes.find(Ctor->getParent()->getCanonicalDecl());
    if (Makes != Facts.Makes.end())
      for (const CallSite &Site : Makes->second)
        if (Site.Arguments.size() >= Ctor->getMinRequiredArguments() &&
            Site.Arguments.size() <= Ctor->getNumParams())
          Sites.push_back(&Site);
  }
  // Called, but by whom? A container's emplace, for instance.
  if (Sites.empty() && F->isReferenced())
    return Unknown();

  // Recursion proves nothing and disproves nothing: the other calls decide.
  auto [Known, IsNew] = Judged.try_emplace(F->getParamDecl(Index));
  if (!IsNew)
    return Known->second;
  std::optional<SoleOwner> Bad;
  for (const CallSite *Site : Sites) {
    Bad = Index < Site->Arguments.size()
              ? judge(Site->Arguments[Index], Site->Caller)
              : Unknown();
    if (Bad)
      break;
  }
  return Judged[F->getParamDecl(Index)] = Bad;
}

std::optional<SoleOwner> OtherOwner::judgeThis(const FunctionDecl *F,
                                               const Expr *Where) {
  auto Unknown = [&] {
    return SoleOwner{"what else keeps the object of this call is not in sight",
                     Where->getBeginLoc()};
  };
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F);
  if (!Method || Method->isStatic() || !callsAreInSight(*Method))
    return Unknown();
  Method = Method->getCanonicalDecl();
  auto Calls = Facts.Calls.find(Method);
  if (Calls == Facts.Calls.end())
    return Method->isReferenced() ? std::optional(Unknown()) : std::nullopt;
  auto [Known, IsNew] = Judged.try_emplace(Method);
  if (!IsNew)
    return Known->second;
  std::optional<SoleOwner> Bad;
  for (const CallSite &Site : Calls->second) {
    Bad = Site.Object ? judgeObject(Site.Object, Site.Caller) : Unknown();
    if (Bad)
      break;
  }
  return Judged[Method] = Bad;
}

std::optional<SoleOwner> OtherOwner::judgeObject(const Expr *Object,
                                                 const FunctionDecl *Function) {
  Object = Object->IgnoreParenImpCasts();
  if (isa<CXXThisExpr>(Object))
    return judgeThis(Function, Object);
  // `p->f()` and `(*p).f()`: what keeps p's pointee.
  if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(Object))
    if (Op->getOperator() == OO_Arrow || Op->getOperator() == OO_Star)
      return judge(Op->getArg(0), Function);
  return SoleOwner{"what else keeps the object of this call is not in sight",
                   Object->getBeginLoc()};
}

/// What the function creates cannot outlive it: see above.
bool OtherOwner::isClosed(const FunctionDecl &F) const {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (Method && !Method->isStatic())
    return false;
  auto CarriesNothing = [](QualType T) {
    return T->isVoidType() || T->isArithmeticType() || T->isEnumeralType();
  };
  if (!CarriesNothing(F.getReturnType()))
    return false;
  bool ParametersCarryNothing =
      all_of(F.parameters(), [&](const ParmVarDecl *P) {
        QualType T = P->getType();
        // main's argv.
        while (T->isPointerType())
          T = T->getPointeeType();
        return CarriesNothing(T);
      });
  return ParametersCarryNothing && !Facts.Leaky.contains(F.getCanonicalDecl());
}

} // namespace ownership
