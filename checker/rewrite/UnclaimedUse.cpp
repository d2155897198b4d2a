//===- UnclaimedUse.cpp - What a use is that no form knows ----------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/UnclaimedUse.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/OperatorKinds.h"

using namespace clang;
using namespace llvm;

namespace ownership {

Refusal unclaimedUse(const Expr *Value, const Ancestor &Parent) {
  if (Parent.D) {
    const auto *Var = dyn_cast<VarDecl>(Parent.D);
    const Expr *Init = Var ? Var->getInit() : nullptr;
    // In the type of a declaration, not as its value.
    return Init && Init->IgnoreParenImpCasts() == Value->IgnoreParenImpCasts()
               ? Refusal::BoundToReference
               : Refusal::TypeNamed;
  }
  const Stmt *S = Parent.S;
  if (isa_and_nonnull<UnaryExprOrTypeTraitExpr, CXXTypeidExpr, CXXNoexceptExpr>(
          S))
    return Refusal::TypeNamed;
  if (const auto *Cast = dyn_cast_or_null<CastExpr>(S)) {
    if (Cast->getSubExpr() != Value)
      return Refusal::TypeNamed;
    if (Cast->getCastKind() == CK_ToVoid)
      return Refusal::Discarded;
  }
  if (const auto *Op = dyn_cast_or_null<UnaryOperator>(S))
    if (Op->getOpcode() == UO_AddrOf)
      return Refusal::AddressTaken;
  if (isa_and_nonnull<ArraySubscriptExpr>(S))
    return Refusal::Indexed;
  if (const auto *Op = dyn_cast_or_null<CXXOperatorCallExpr>(S)) {
    if (Op->getOperator() == OO_Subscript && Op->getArg(0) == Value)
      return Refusal::Indexed;
    return {Refusal::OperatorApplied, getOperatorSpelling(Op->getOperator())};
  }
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(S))
    return {Refusal::MemberCalled, Member->getMemberNameInfo().getAsString()};
  if (const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(S))
    return {Refusal::PassedToConstructor,
            Construct->getConstructor()->getNameAsString()};
  if (isa_and_nonnull<AbstractConditionalOperator>(S))
    return Refusal::ChosenByCondition;
  if (isa_and_nonnull<ReturnStmt>(S))
    return Refusal::ReferenceReturned;
  const auto *Op = dyn_cast_or_null<BinaryOperator>(S);
  bool IsStatement = S && !isa<Expr, DeclStmt, CXXForRangeStmt>(S);
  if (IsStatement || (Op && Op->isCommaOp() && Op->getLHS() == Value))
    return Refusal::Discarded;
  return Refusal::UnknownUse;
}

Refusal unclaimedUse(const Use &U) {
  if (!U.Node)
    return Refusal::BoundByStructure;
  if (isa<OffsetOfExpr>(U.Node))
    return Refusal::OffsetAsked;
  if (isa<CXXDependentScopeMemberExpr>(U.Node))
    return Refusal::DependentUse;
  if (isa<CXXParenListInitExpr>(U.Node))
    return Refusal::InitializedInParentheses;
  if (isa<InitListExpr>(U.Node))
    return Refusal::InitializedWithoutBraces;
  const auto *Call = dyn_cast<CallExpr>(U.Node);
  if (Call && Call->getDirectCallee())
    return {Refusal::InitializedByFunction,
            Call->getDirectCallee()->getNameAsString()};
  const Ancestor Parent = U.Ancestors.empty() ? Ancestor() : U.Ancestors.back();
  const auto *Op = dyn_cast_or_null<UnaryOperator>(Parent.S);
  return Op && Op->getOpcode() == UO_AddrOf ? Refusal::MemberPointerFormed
                                            : Refusal::TypeNamed;
}

Refusal aboutFunction(Refusal::ReasonTy Reason, const FunctionDecl *F) {
  return F ? Refusal(Reason, F->getNameAsString())
           : Refusal(Refusal::FunctionUnknown);
}

} // namespace ownership
