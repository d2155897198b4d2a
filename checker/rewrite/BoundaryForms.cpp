//===- BoundaryForms.cpp - Functions that pass a container on -------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function may take the container by reference, or hand it out so. Then its
// type changes with the field: each of its declarations is edited, all its
// calls pass or get the converted container, and its parameter and calls are
// walked like the field. That needs all its calls in sight.
//
//===----------------------------------------------------------------------===//

#include "rewrite/ContainerForms.h"
#include "rewrite/UnclaimedUse.h"
#include "rewrite/VariableUses.h"
#include "rewrite/WeakType.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// What a function returns, without the bodies of lambdas inside it.
class ReturnFinder : public RecursiveASTVisitor<ReturnFinder> {
public:
  SmallVector<const Expr *, 4> Values;
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitReturnStmt(ReturnStmt *S) {
    Values.push_back(S->getRetValue());
    return true;
  }
};

/// Calls choose among functions of this name by their parameters' types.
bool isOverloaded(const FunctionDecl &F) {
  auto Found = F.getDeclContext()->getRedeclContext()->lookup(F.getDeclName());
  return any_of(Found, [&](const NamedDecl *D) {
    return D->getCanonicalDecl() != F.getCanonicalDecl();
  });
}

} // namespace

/// Refuses a function whose type may not change because somebody who is not in
/// sight may call it, or it stands in a template.
bool ContainerForms::refuseToChange(UseContext &C, const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  bool IsOurs = all_of(F.redecls(), [&](const FunctionDecl *D) {
    return AST.getSourceManager().isInMainFile(D->getLocation());
  });
  if (F.getTemplatedKind() != FunctionDecl::TK_NonTemplate ||
      F.isDependentContext())
    return C.refuse({Refusal::PassedThroughTemplate, F.getNameAsString()});
  if (!AllInSight || !IsOurs ||
      Facts.AddressTaken.contains(F.getCanonicalDecl()) ||
      F.isOverloadedOperator() || !F.getIdentifier() ||
      (Method ? Method->isVirtual() || Method->getParent()->isLambda()
              : F.isExternallyVisible()))
    return C.refuse({Refusal::CallersOutOfSight, F.getNameAsString()});
  return false;
}

/// Makes the pointers weak in a declaration's type. A deduced one follows.
void ContainerForms::claimWrittenType(UseContext &C, TypeLoc Written,
                                      const FunctionDecl &F) {
  if (Written.getType()->getContainedAutoType())
    return;
  if (auto Reference = Written.getAs<ReferenceTypeLoc>())
    Written = Reference.getPointeeLoc();
  WrittenPointers Found = findPointers(Written, Types);
  bool InSight = all_of(Found.Aliases, [&](const TypedefNameDecl *Alias) {
    return AST.getSourceManager().isInMainFile(Alias->getLocation());
  });
  for (TypeLoc At : Found.At)
    if (!Found.Refused && !C.Result.Refused)
      weakenPointer(At, Role, *F.getLexicalDeclContext(), AST, C.Result);
  if (Found.Refused || C.Result.Refused || !InSight)
    C.refuse({Refusal::TypeCannotChange, F.getNameAsString(),
              Written.getBeginLoc()});
  Aliases.insert(Found.Aliases.begin(), Found.Aliases.end());
  AliasNames.insert(Found.AliasNames.begin(), Found.AliasNames.end());
}

/// `collect(index_)`
bool ContainerForms::claimArgument(UseContext &C, const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  ArrayRef<const Expr *> Args(Call.getArgs(), Call.getNumArgs());
  size_t Index = find(Args, C.Value) - Args.begin();
  const FunctionDecl *Body = nullptr;
  if (!F || !F->hasBody(Body) || Index >= F->getNumParams() ||
      denote(C.Value) != Denotes::Container ||
      !F->getParamDecl(Index)->getType()->isLValueReferenceType() ||
      denote(F->getParamDecl(Index)->getType()) != Denotes::Container ||
      isOverloaded(*F))
    return C.refuse(aboutFunction(Refusal::PassedToFunction, F)), false;
  if (refuseToChange(C, *F))
    return false;
  const ParmVarDecl *Param = Body->getParamDecl(Index);
  if (!Followed.insert(Param).second)
    return false;
  for (const FunctionDecl *D : F->redecls())
    claimWrittenType(
        C, D->getParamDecl(Index)->getTypeSourceInfo()->getTypeLoc(), *D);
  for (const Use &U : callsOf(*F, C.U.Field, AST))
    mustChange(cast<CallExpr>(U.Node)->getArg(Index));
  followUses(usesOfParameter(*Param, *Body, C.U.Field), C.Result);
  return false;
}

/// `return parents;` by reference
bool ContainerForms::claimResult(UseContext &C) {
  const FunctionDecl *F = C.U.Function;
  // Loops call these without a word.
  bool IsRange = F && F->getIdentifier() &&
                 (F->getName() == "begin" || F->getName() == "end");
  if (!F || IsRange || !F->getReturnType()->isLValueReferenceType() ||
      denote(F->getReturnType()) != Denotes::Container)
    return C.refuse(aboutFunction(Refusal::ResultCannotChange, F)), false;
  if (refuseToChange(C, *F) || !Followed.insert(F->getCanonicalDecl()).second)
    return false;
  for (const FunctionDecl *D : F->redecls())
    if (FunctionTypeLoc Type = D->getFunctionTypeLoc())
      claimWrittenType(C, Type.getReturnLoc(), *D);
  ReturnFinder Returns;
  Returns.TraverseStmt(F->getBody());
  for (const Expr *Value : Returns.Values)
    mustChange(Value);
  followUses(callsOf(*F, C.U.Field, AST), C.Result);
  return false;
}

/// Where something that does not change names an alias that does.
SourceLocation ContainerForms::unchangedAliasName() const {
  for (const TypedefNameDecl *Alias : Aliases)
    for (SourceLocation Where : mentionsOf(*Alias, AST))
      if (!AliasNames.contains(Where))
        return Where;
  return SourceLocation();
}

} // namespace ownership
