//===- CallFacts.cpp - Who calls, and what runs unseen --------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/CallFacts.h"
#include "LLVMCompat.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

void CallFacts::enterFunction(const FunctionDecl &F) {
  if (F.isDependentContext())
    return;
  // Who calls these does not always show, so everybody might.
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  bool MayBeCalledUnseen =
      F.isOverloadedOperator() ||
      (Method &&
       (Method->isVirtual() ||
        isa<CXXConstructorDecl, CXXDestructorDecl, CXXConversionDecl>(Method)));
  if (MayBeCalledUnseen)
    Reach.addCalledUnseen(F);
  const auto *Destructor = dyn_cast<CXXDestructorDecl>(&F);
  if (Destructor && Destructor->isUserProvided())
    Destructors.push_back(Destructor);
}

/// Calls what it is given, or is given something to call.
bool CallFacts::takesCallable(const FunctionDecl &Callee) const {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
  if (Method && Types.roleOf(*Method->getParent()).Kind == TypeRole::Callable)
    return true;
  return SM.isInSystemHeader(Callee.getLocation()) &&
         any_of(Callee.parameters(), [](const ParmVarDecl *P) {
           QualType T = P->getType().getNonReferenceType();
           const CXXRecordDecl *R = T->getAsCXXRecordDecl();
           return T->isFunctionPointerType() || T->isMemberPointerType() ||
                  (R && R->isLambda());
         });
}

void CallFacts::addCall(const FunctionDecl &Caller,
                        const FunctionDecl *Callee) {
  if (Callee && !takesCallable(*Callee))
    return;
  Reach.addIndirectCall(Caller);
  addWriter(Caller);
}

void CallFacts::addMention(const FunctionDecl &Caller, const FunctionDecl &F) {
  Reach.addMention(Caller, F);
  if (SM.isInSystemHeader(F.getLocation())) {
    Reach.addLibraryCall(Caller);
    return;
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  bool NeedsNoBody = F.isImplicit() || F.isDefaulted() ||
                     F.getBuiltinID() != 0 ||
                     (Method && compat::isPure(*Method));
  if (!NeedsNoBody && !F.hasBody())
    addWriter(Caller);
}

void CallFacts::addWriter(const FunctionDecl &F) {
  Facts.Writers.insert(F.getCanonicalDecl());
}

void CallFacts::addDeleter(QualType Deleter) {
  const CXXRecordDecl *R = Deleter.getNonReferenceType()->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition()) {
    HasUnknownDeleter = true;
    return;
  }
  if (R->isInStdNamespace())
    return;
  for (const CXXMethodDecl *M : R->getDefinition()->methods())
    if (M->getOverloadedOperator() == OO_Call)
      Destructors.push_back(M);
  HasUnknownDeleter |= R->isGenericLambda();
}

void CallFacts::addObject(QualType T) {
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (HasUnreadDestructor || !R || !R->hasDefinition() ||
      SM.isInSystemHeader(R->getLocation()))
    return;
  const CXXDestructorDecl *D = R->getDefinition()->getDestructor();
  HasUnreadDestructor = D && D->hasSkippedBody();
}

/// \p F may be called by who knows a base class in a preamble.
static bool overridesUnread(const FunctionDecl *F) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F);
  return Method && any_of(Method->overridden_methods(), [](const auto *M) {
           return M->isFromASTFile() || overridesUnread(M);
         });
}

void CallFacts::finish() {
  Facts.Writers = Reach.whoMayReach(std::move(Facts.Writers));
  // Destructors, and deleters, which run like them.
  std::optional<CallReach::Functions> Reached =
      HasUnknownDeleter ? std::nullopt : Reach.reachableFrom(Destructors);
  Facts.DestructorsMayReachAnything = !Reached;
  if (Reached)
    Facts.ReachableFromDestructors = std::move(*Reached);
  else
    for (const Use &U : Facts.Uses)
      if (U.Function)
        Facts.ReachableFromDestructors.insert(U.Function->getCanonicalDecl());
  if (HasUnreadDestructor)
    for (const Use &U : Facts.Uses)
      if (overridesUnread(U.Function))
        Facts.ReachableFromDestructors.insert(U.Function->getCanonicalDecl());
}

} // namespace ownership
