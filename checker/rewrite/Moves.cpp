//===- Moves.cpp - Uses that take the value out of the field --------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Forms.h"
#include "rewrite/Includes.h"
#include "rewrite/StrongLocals.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// The call's callee is the standard library's \p Name.
bool isStd(const CallExpr &Call, StringRef Name) {
  const FunctionDecl *F = Call.getDirectCallee();
  return F && F->isInStdNamespace() && F->getIdentifier() &&
         F->getName() == Name;
}

bool isDeclaredInStd(StringRef Name, const ASTContext &AST) {
  for (const NamedDecl *Std : AST.getTranslationUnitDecl()->lookup(
           DeclarationName(&AST.Idents.get("std"))))
    if (const auto *NS = dyn_cast<NamespaceDecl>(Std))
      if (!NS->lookup(DeclarationName(&AST.Idents.get(Name))).empty())
        return true;
  return false;
}

/// `this->f` or `x.f`, whose text may be written again: nothing else is
/// rewritten in it.
std::string repeatableText(const UseContext &C) {
  const auto *Member = dyn_cast<MemberExpr>(C.U.Node);
  if (!Member ||
      !isa<CXXThisExpr, DeclRefExpr>(Member->getBase()->IgnoreParenImpCasts()))
    return "";
  const ASTContext &AST = C.U.Field->getASTContext();
  return Lexer::getSourceText(
             CharSourceRange::getTokenRange(Member->getSourceRange()),
             AST.getSourceManager(), AST.getLangOpts())
      .str();
}

/// What takes the moved value is a weak pointer, too: the same field of another
/// object.
bool isMovedIntoSameField(UseContext &C) {
  const auto *Op = C.parentAs<CXXOperatorCallExpr>();
  if (Op && Op->getOperator() == OO_Equal && Op->getNumArgs() == 2)
    return Op->getArg(1) == C.Value && isSameField(C, Op->getArg(0));
  if (!C.parentAs<CXXConstructExpr>() || C.Outer < 2)
    return false;
  const CXXCtorInitializer *Init = C.U.Ancestors[C.Outer - 2].Init;
  return Init && Init->isAnyMemberInitializer() &&
         Init->getAnyMember()->getCanonicalDecl() == C.U.Field;
}

/// A strong pointer is made of the moved value, or a parameter takes it.
bool isTaken(const UseContext &C) {
  const auto *Parent = dyn_cast_or_null<Expr>(C.parent());
  if (!Parent)
    return false;
  const FunctionDecl *Callee = calleeOf(*Parent);
  std::optional<unsigned> Index = parameterOf(*Parent, C.Value);
  return Callee && Index && *Index < Callee->getNumParams() &&
         Callee->getParamDecl(*Index)->getType()->isRValueReferenceType();
}

/// `SP p = std::move(f);` becomes `SP p = f.lock(); f.reset();`, and likewise
/// with `return std::move(f);` and a new variable.
bool claimMoveIntoVariable(UseContext &C, const CallExpr &Move) {
  size_t I = C.Outer;
  while (I > 0 && isa_and_nonnull<Expr>(C.U.Ancestors[I - 1].S))
    --I;
  std::string Text = repeatableText(C);
  const auto *Var =
      I > 2 ? dyn_cast_or_null<VarDecl>(C.U.Ancestors[I - 1].D) : nullptr;
  const auto *Decls =
      Var ? dyn_cast_or_null<DeclStmt>(C.U.Ancestors[I - 2].S) : nullptr;
  if (Text.empty() || !Decls || !Decls->isSingleDecl() ||
      !Var->hasLocalStorage() ||
      !isa_and_nonnull<CompoundStmt>(C.U.Ancestors[I - 3].S)) {
    std::optional<StrongLocals::Local> Local;
    if (C.Locals)
      Local = C.Locals->takenBeforeReturn(C, Move);
    if (!Local)
      return C.refuse(Refusal::MovedWithinExpression);
    append_range(C.Result.Edits, Local->Edits);
    return true;
  }
  C.replace(Move.getSourceRange(), Text + "." + C.Lock + "()");
  C.replace(Decls->getEndLoc(), "; " + Text + ".reset();");
  return true;
}

/// The strong pointer that is swapped with the field, and of which nobody asks
/// what it holds afterwards.
const DeclRefExpr *asLastUse(const UseContext &C, const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && Var->hasLocalStorage() && !Var->getType()->isReferenceType() &&
                 C.Facts.Mentions.lookup(Var->getCanonicalDecl()) == 1
             ? Ref
             : nullptr;
}

} // namespace

/// `std::move(f)`
bool claimMove(UseContext &C) {
  const auto *Move = C.parentAs<CallExpr>();
  if (!Move || !Move->isCallToStdMove())
    return false;
  C.step();
  C.skipNeutral();
  if (isMovedIntoSameField(C))
    return true;
  if (!isTaken(C))
    return C.refuse(Refusal::MovedForNothing);
  if (C.refuseInDestructor() || C.refuseOutliving())
    return true;
  const ASTContext &AST = C.U.Field->getASTContext();
  std::optional<Edit> Include =
      addInclude(AST.getSourceManager().getFileID(C.U.Where), "utility", AST);
  if (!AST.getLangOpts().CPlusPlus14 ||
      (!Include && !isDeclaredInStd("exchange", AST)))
    return claimMoveIntoVariable(C, *Move);
  if (Include)
    C.Result.Edits.push_back(*Include);
  C.replace(Move->getCallee()->getSourceRange(), "std::exchange");
  // Behind the argument, of which an element is more than a name.
  C.replace(Move->getRParenLoc(), ", {})." + C.Lock + "()");
  return true;
}

/// `std::exchange(f, nullptr)`
bool claimExchange(UseContext &C) {
  const auto *Exchange = C.parentAs<CallExpr>();
  if (!Exchange || !isStd(*Exchange, "exchange") ||
      Exchange->getArg(0) != C.Value)
    return false;
  const Expr *Stored = Exchange->getArg(1);
  if (const Expr *Null = nullPointerLiteral(Stored))
    C.replace(Null->getSourceRange(), "{}");
  else if (!isEmptyPointer(Stored) && claimStored(C, Stored) &&
           C.Result.Refused)
    return true;
  C.step();
  C.skipNeutral();
  while (C.parentAs<CXXBindTemporaryExpr>() || C.parentAs<ExprWithCleanups>())
    C.step();
  if (C.parentAs<CompoundStmt>() || C.refuseInDestructor() ||
      C.refuseOutliving())
    return true;
  C.replace(Exchange->getRParenLoc(), ")." + C.Lock + "()");
  return true;
}

/// `f.swap(p)`, `p.swap(f)`, `std::swap(f, p)`
bool claimSwap(UseContext &C) {
  const Expr *Other = nullptr;
  const CallExpr *Swap = nullptr;
  const auto *Member = C.parentAs<MemberExpr>();
  if (Member && Member->getBase() == C.Value &&
      Member->getMemberNameInfo().getAsString() == "swap") {
    C.step();
    Swap = C.parentAs<CXXMemberCallExpr>();
    if (Swap && Swap->getNumArgs() == 1)
      Other = Swap->getArg(0);
  } else if (const auto *Call = C.parentAs<CallExpr>()) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee || !isOfLibrary(*Callee) || !Callee->getIdentifier() ||
        Callee->getName() != "swap")
      return false;
    Swap = Call;
    if (const auto *OnObject = dyn_cast<CXXMemberCallExpr>(Call))
      Other = OnObject->getImplicitObjectArgument();
    else if (Call->getNumArgs() == 2)
      Other = Call->getArg(Call->getArg(0) == C.Value);
  }
  if (!Other)
    return false;
  // Weak pointers are swapped just so.
  if (isSameField(C, Other))
    return true;
  const DeclRefExpr *Last = asLastUse(C, Other);
  std::string Text = repeatableText(C);
  C.step();
  if (!Last || Text.empty() || C.parentAs<Expr>() || !C.parent())
    return C.refuse(Refusal::SwappedWithShared);
  if (claimStored(C, Other) && C.Result.Refused)
    return true;
  C.replace(Swap->getSourceRange(), Text + " = " + Last->getDecl()->getName());
  return true;
}

} // namespace ownership
