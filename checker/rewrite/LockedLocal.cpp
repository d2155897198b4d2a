//===- LockedLocal.cpp - A local in the place of an element ---------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/LockedLocal.h"
#include "rewrite/UnclaimedUse.h"
#include "rewrite/UseContext.h"
#include "rewrite/VariableUses.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

LocalFate refused(Refusal Why) {
  Why.Subject = Refusal::Element;
  return {LocalFate::Refused, std::move(Why)};
}

LocalFate modified(SourceLocation Where) {
  return {LocalFate::Modified, Refusal(Refusal::ElementChanged, Where)};
}

/// The lambda that \p C's value is captured by, by reference, can only be
/// called before the full expression ends.
bool isCalledAtOnce(const UseContext &C) {
  const Expr *Value = C.Value;
  for (size_t I = C.Outer; I > 0; --I) {
    const auto *E = dyn_cast_or_null<Expr>(C.U.Ancestors[I - 1].S);
    if (const auto *Call = dyn_cast_or_null<CallExpr>(E)) {
      if (Call->getCallee() == Value || isa<CXXOperatorCallExpr>(Call))
        return true;
      const FunctionDecl *Callee = Call->getDirectCallee();
      static constexpr llvm::StringLiteral Calling[] = {
          "for_each",    "find_if",    "find_if_not", "any_of",
          "all_of",      "none_of",    "count_if",    "sort",
          "stable_sort", "accumulate", "remove_if",   "transform"};
      return Callee && Callee->getIdentifier() && isOfLibrary(*Callee) &&
             is_contained(Calling, Callee->getName());
    }
    if (!isa_and_nonnull<LambdaExpr, ImplicitCastExpr, ParenExpr,
                         MaterializeTemporaryExpr, CXXBindTemporaryExpr,
                         CXXConstructExpr>(E))
      return false;
    Value = E;
  }
  return false;
}

/// `It find(It, It, const T &)`: what the template returns has the type of
/// other arguments than number \p Index, so it cannot refer to that one.
bool returnsOtherArgument(const FunctionDecl &F, size_t Index) {
  const FunctionDecl *Pattern = F.getTemplateInstantiationPattern();
  if (!Pattern || Index >= Pattern->getNumParams())
    return false;
  QualType Result = Pattern->getReturnType();
  QualType Taken =
      Pattern->getParamDecl(Index)->getType().getNonReferenceType();
  return Result->isTemplateTypeParmType() && Taken->isTemplateTypeParmType() &&
         !F.getASTContext().hasSameUnqualifiedType(Result, Taken);
}

} // namespace

LocalFate LockedLocals::judge(ArrayRef<Use> Uses, const Stmt *Scope,
                              bool IsCopy) {
  LocalFate Result;
  for (const Use &U : Uses) {
    LocalFate One = judgeUse(U, Scope, IsCopy);
    if (One.Kind != LocalFate::Stands)
      Result = One;
    if (Result.Kind == LocalFate::Refused)
      break;
  }
  Result.IsUsed = !Uses.empty();
  return Result;
}

LocalFate LockedLocals::judgeUse(const Use &U, const Stmt *Scope, bool IsCopy) {
  Claim Unused;
  UseContext C(U, Facts, Types, "", Unused);
  while (C.parentAs<ConditionalOperator>()) {
    C.step();
    C.skipNeutral();
  }
  const Stmt *Parent = C.parent();
  if (const auto *Op = dyn_cast_or_null<CXXOperatorCallExpr>(Parent)) {
    bool IsObject = Op->getArg(0) == C.Value;
    if (IsObject && (Op->getOperator() == OO_Arrow ||
                     (Op->getOperator() == OO_Star && Op->getNumArgs() == 1))) {
      C.step();
      return judgeBorrowed(C, Scope);
    }
    if (IsObject && Op->isAssignmentOp())
      return IsCopy ? LocalFate() : modified(U.Where);
    return judgeArgument(C, Op->getDirectCallee(),
                         ArrayRef(Op->getArgs(), Op->getNumArgs()), IsCopy);
  }
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(Parent)) {
    std::string Name = Member->getMemberNameInfo().getAsString();
    if (isa<CXXConversionDecl>(Member->getMemberDecl()) ||
        Name == "owner_before")
      return {};
    if (Name == "get") {
      C.step();
      if (C.parentAs<CXXMemberCallExpr>())
        C.step();
      C.skipNeutral();
      return judgeBorrowed(C, Scope);
    }
    if (Name == "reset" || Name == "swap")
      return IsCopy ? LocalFate() : modified(U.Where);
    return refused({Name == "use_count" || Name == "unique"
                        ? Refusal::OwnersCounted
                        : Refusal::MemberCalled,
                    Name, U.Where});
  }
  // `p != q` since C++20
  if (const auto *Op = dyn_cast_or_null<CXXRewrittenBinaryOperator>(Parent)) {
    const auto *Call = dyn_cast<CXXOperatorCallExpr>(
        Op->getDecomposedForm().InnerBinOp->IgnoreImplicit());
    if (Call && Call->getDirectCallee() &&
        isOfLibrary(*Call->getDirectCallee()))
      return {};
    return refused({Refusal::OwnOperator,
                    BinaryOperator::getOpcodeStr(Op->getOpcode()), U.Where});
  }
  if (const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(Parent)) {
    const CXXRecordDecl *R = Construct->getConstructor()->getParent();
    TypeRole::KindTy Kind = Types.roleOf(*R).Kind;
    if (Construct->getNumArgs() == 1 &&
        (Kind == TypeRole::SharedPointer || Kind == TypeRole::WeakPointer))
      return {};
    return judgeArgument(
        C, Construct->getConstructor(),
        ArrayRef(Construct->getArgs(), Construct->getNumArgs()), IsCopy);
  }
  if (const auto *Call = dyn_cast_or_null<CallExpr>(Parent)) {
    if (Call->isCallToStdMove())
      return IsCopy ? LocalFate() : modified(U.Where);
    return judgeArgument(C, Call->getDirectCallee(),
                         ArrayRef(Call->getArgs(), Call->getNumArgs()), IsCopy);
  }
  if (isa_and_nonnull<LambdaExpr>(Parent))
    return isCalledAtOnce(C)
               ? LocalFate()
               : refused({Refusal::CapturedByLastingLambda, U.Where});
  if (const auto *Cast = dyn_cast_or_null<CastExpr>(Parent))
    if (Cast->getCastKind() == CK_ToVoid)
      return {};
  if (const auto *Var =
          C.Outer > 0 ? dyn_cast_or_null<VarDecl>(C.U.Ancestors[C.Outer - 1].D)
                      : nullptr;
      Var && Var->hasLocalStorage() && Var->getInit() == C.Value &&
      !isa<DecompositionDecl>(Var)) {
    if (!Seen.insert(Var).second)
      return {};
    std::vector<Use> Uses = usesOfVariable(*Var, U);
    return judge(Uses, Scope, IsCopy);
  }
  if (Parent && !isa<Expr, ReturnStmt, CoreturnStmt, DeclStmt>(Parent))
    return {};
  Refusal Why = unclaimedUse(C.Value, C.Outer > 0 ? U.Ancestors[C.Outer - 1]
                                                  : Ancestor());
  Why.Where = U.Where;
  return refused(std::move(Why));
}

/// Passed by reference to \p F, which is not told that the pointer will end.
LocalFate LockedLocals::judgeArgument(UseContext &C, const FunctionDecl *F,
                                      ArrayRef<const Expr *> Arguments,
                                      bool IsCopy) {
  SourceLocation Where = C.U.Where;
  if (!F)
    return refused({Refusal::FunctionUnknown, Where});
  const auto *Construct = dyn_cast<CXXConstructorDecl>(F);
  const auto *Made = cast<Expr>(C.parent());
  bool MayRefer = Made->isGLValue() || C.mayDangle(Made->getType());
  const auto *It = find(Arguments, C.Value);
  size_t Index = It - Arguments.begin();
  // The library copies what it keeps, and otherwise says in its result's type
  // that it refers to an argument.
  if (isOfLibrary(*F)) {
    bool IsStream =
        F->isOverloadedOperator() && F->getOverloadedOperator() == OO_LessLess;
    bool IsMember = isa<CXXMethodDecl>(F) && !Construct;
    StringRef Name = F->getIdentifier() ? F->getName() : "";
    if (Name == "swap" || Name == "exchange" || Name.starts_with("atomic_"))
      return IsCopy ? LocalFate() : modified(Where);
    if (IsStream || IsMember || !MayRefer || returnsOtherArgument(*F, Index))
      return {};
    return refused({Refusal::ResultMayRefer, F->getNameAsString(), Where});
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  if (F->isOverloadedOperator() && Method && !Construct && Index > 0)
    --Index;
  if (It == Arguments.end() || Index >= F->getNumParams())
    return refused({Refusal::PassedByReference, F->getNameAsString(), Where});
  const FunctionDecl *Body = nullptr;
  if (!F->hasBody(Body) || (Method && Method->isVirtual()))
    return refused({Refusal::FunctionOutOfSight, F->getNameAsString(), Where});
  if (Construct || MayRefer)
    return refused(
        {Refusal::ReferenceArgumentKept, F->getNameAsString(), Where});
  const ParmVarDecl *Param = Body->getParamDecl(Index);
  if (!Seen.insert(Param).second)
    return {};
  std::vector<Use> Uses = usesOfParameter(*Param, *Body);
  LocalFate Fate = judge(Uses, Body->getBody(), IsCopy);
  if (Fate.Kind == LocalFate::Refused)
    return refused(
        {Refusal::ReferenceArgumentKept, F->getNameAsString(), Where});
  return Fate;
}

LocalFate LockedLocals::judgeBorrowed(UseContext &C, const Stmt *Scope) {
  SmallVector<const VarDecl *, 4> Borrowers;
  auto Judge = [&](UseContext &C) {
    if (std::optional<UseContext::Outliving> What =
            C.outlives(Scope, &Borrowers))
      return refused({What->How, C.U.Where});
    return LocalFate();
  };
  LocalFate Fate = Judge(C);
  while (Fate.Kind == LocalFate::Stands && !Borrowers.empty()) {
    const VarDecl *Borrower = Borrowers.pop_back_val();
    if (!Seen.insert(Borrower).second)
      continue;
    auto NamesOf = [&](const ValueDecl &D) {
      for (const Use &U : usesOfVariable(D, C.U)) {
        Claim Unused;
        UseContext Next(U, Facts, Types, "", Unused);
        if (Fate.Kind == LocalFate::Stands)
          Fate = Judge(Next);
      }
    };
    if (const auto *Decomposed = dyn_cast<DecompositionDecl>(Borrower))
      for (const BindingDecl *Binding : Decomposed->bindings())
        NamesOf(*Binding);
    else
      NamesOf(*Borrower);
  }
  return Fate;
}

} // namespace ownership
