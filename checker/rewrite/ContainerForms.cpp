//===- ContainerForms.cpp - Fields that hold pointers --------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/ContainerForms.h"
#include "rewrite/Patterns.h"
#include "rewrite/UnclaimedUse.h"
#include "clang/AST/ASTContext.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

Claim ContainerForms::claim(const Use &U) {
  Claim Result;
  UseContext C(U, Facts, Types, Role.Lock, Result);
  Pointer = U.Node ? Held.pointerIn(U.Node->getType()) : QualType();
  if (U.Where.isMacroID())
    C.refuse(Refusal::InMacro);
  else if (U.Kind == Use::Other || Pointer.isNull())
    C.refuseUnclaimed();
  else if (U.Kind == Use::Member)
    walk(U, Result);
  else
    claimElements(C, U.Node, Null::Braces);
  return Result;
}

Claim ContainerForms::finish() {
  Claim Result;
  auto Refuse = [&](SourceLocation Where) {
    Result.Refused = {Refusal::MustKeepType, Where};
    return Result;
  };
  for (const auto &[E, Where] : MustChange)
    if (!isChanged(E))
      return Refuse(Where);
  for (const auto &[Var, Where] : MustFollow)
    if (!Followed.contains(Var))
      return Refuse(Where);
  if (SourceLocation Where = unchangedAliasName(); Where.isValid()) {
    Result.Refused = {Refusal::AliasUsedElsewhere, Where};
    return Result;
  }
  for (const auto &[Token, Insertions] : Behind) {
    std::string Text = textOf(Token);
    for (const Insertion &I : Insertions)
      Text += I.Text;
    Result.Edits.push_back({CharSourceRange::getTokenRange(Token), Text});
  }
  return Result;
}

//===----------------------------------------------------------------------===//
// The walk
//===----------------------------------------------------------------------===//

Denotes ContainerForms::denote(const Expr *E) const {
  return denote(E->getType());
}

void ContainerForms::mustChange(const Expr *E) {
  // A default argument has no place of its own.
  SourceLocation Where = E->getBeginLoc();
  MustChange.push_back({E, Where.isValid() ? Where : E->getExprLoc()});
}

bool ContainerForms::isChanged(const Expr *E) const {
  while (true) {
    if (Changed.contains(E))
      return true;
    const Expr *Before = E;
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
      if (Construct->getNumArgs() == 1)
        E = Construct->getArg(0);
    } else if (const auto *Paren = dyn_cast<ParenExpr>(E)) {
      E = Paren->getSubExpr();
    } else if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E)) {
      E = Cast->getSubExpr();
    } else {
      E = E->IgnoreImplicit();
    }
    if (E == Before)
      return false;
  }
}

/// The `x->m` that \p C's value, a pointer, stands before.
static const MemberExpr *arrowBehind(const UseContext &C) {
  size_t I = C.Outer;
  while (I > 0 && isa_and_nonnull<ImplicitCastExpr>(C.U.Ancestors[I - 1].S))
    --I;
  const auto *Member =
      I > 0 ? dyn_cast_or_null<MemberExpr>(C.U.Ancestors[I - 1].S) : nullptr;
  return Member && Member->isArrow() && C.Value->getType()->isPointerType()
             ? Member
             : nullptr;
}

void ContainerForms::walk(const Use &U, Claim &Result) {
  UseContext C(U, Facts, Types, Role.Lock, Result);
  C.Value = U.Node;
  C.Outer = U.Ancestors.size();
  bool IsMore = true;
  while (IsMore && !Result.Refused) {
    pass(C);
    Changed.insert(C.Value);
    QualType T = C.Value->getType();
    // `it->second`: an arrow's left side is a pointer to what it denotes.
    if (arrowBehind(C))
      T = T->getPointeeType();
    switch (denote(T)) {
    case Denotes::Unrelated:
      return;
    case Denotes::Pointer:
      C.Subject = Refusal::Element;
      IsMore = stepFromPointer(C);
      break;
    case Denotes::Container:
      C.Subject = Refusal::Field;
      IsMore = stepFromContainer(C);
      break;
    case Denotes::Cursor:
      C.Subject = Refusal::Iterator;
      IsMore = stepFromCursor(C);
      break;
    }
  }
}

/// Past what changes nothing: parentheses, temporaries, and copies and
/// conversions of cursors.
void ContainerForms::pass(UseContext &C) {
  while (true) {
    Changed.insert(C.Value);
    bool IsCursor = denote(C.Value) == Denotes::Cursor;
    const auto *Cast = C.parentAs<ImplicitCastExpr>();
    const auto *Construct = C.parentAs<CXXConstructExpr>();
    // A cast to a base of the library's class hides what is denoted.
    bool IsPassed =
        C.parentAs<ExprWithCleanups>() || C.parentAs<ParenExpr>() ||
        (Cast && Cast->getCastKind() == CK_NoOp) ||
        (IsCursor && (C.parentAs<MaterializeTemporaryExpr>() ||
                      C.parentAs<CXXBindTemporaryExpr>())) ||
        (Cast && denote(Cast) == Denotes::Cursor &&
         (IsCursor || Cast->getCastKind() == CK_ArrayToPointerDecay)) ||
        (IsCursor && Construct && Construct->getNumArgs() > 0 &&
         Construct->getArg(0) == C.Value &&
         denote(Construct) == Denotes::Cursor &&
         isOfLibrary(*Construct->getConstructor()));
    if (!IsPassed)
      return;
    C.step();
  }
}

/// The value goes nowhere: its expression is a statement, or cast to void.
bool ContainerForms::isDiscarded(const UseContext &C) const {
  const Stmt *Parent = C.parent();
  if (const auto *Cast = dyn_cast_or_null<CastExpr>(Parent))
    return Cast->getCastKind() == CK_ToVoid;
  if (const auto *Op = dyn_cast_or_null<BinaryOperator>(Parent))
    return Op->isCommaOp() && Op->getLHS() == C.Value;
  if (!Parent || isa<Expr, ReturnStmt, CoreturnStmt, DeclStmt>(Parent))
    return false;
  const auto *Range = dyn_cast<CXXForRangeStmt>(Parent);
  return !Range || Range->getRangeInit() != C.Value;
}

static const VarDecl *variableAround(const UseContext &C) {
  return C.Outer > 0 ? dyn_cast_or_null<VarDecl>(C.U.Ancestors[C.Outer - 1].D)
                     : nullptr;
}

/// The pointer itself: the forms of a plain field, on other tokens.
bool ContainerForms::stepFromPointer(UseContext &C) {
  if (isDiscarded(C))
    return false;
  if (const VarDecl *Var = variableAround(C))
    return stepIntoVariable(C, *Var);
  if (C.parentAs<ReturnStmt>())
    return C.refuse(Refusal::ReferenceReturned), false;
  // Captured by reference; the uses inside are the variable's own.
  if (C.parentAs<LambdaExpr>())
    return false;

  Use Leaf;
  Leaf.Kind = Use::Member;
  Leaf.Field = C.U.Field;
  Leaf.Node = C.Value;
  Leaf.Ancestors.assign(C.U.Ancestors.begin(), C.U.Ancestors.begin() + C.Outer);
  Leaf.Function = C.U.Function;
  Leaf.InInstantiation = C.U.InInstantiation;
  const Expr *E = C.Value->IgnoreImpCasts();
  if (const MemberExpr *Arrow = arrowBehind(C)) {
    const auto *Op = dyn_cast<CXXOperatorCallExpr>(E);
    SourceLocation End = Op ? Op->getArg(0)->getEndLoc() : E->getEndLoc();
    Leaf.Element = {
        CharSourceRange::getTokenRange(End, Arrow->getOperatorLoc()),
        textOf(End) + "->", "."};
  } else {
    const Expr *Operand = nullptr;
    if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(E);
        Op && Op->getOperator() == OO_Star)
      Operand = Op->getArg(0);
    else if (const auto *Op = dyn_cast<UnaryOperator>(E);
             Op && Op->getOpcode() == UO_Deref)
      Operand = Op->getSubExpr();
    if (Operand && isa<DeclRefExpr>(Operand->IgnoreImpCasts()))
      Leaf.Element = {CharSourceRange::getTokenRange(E->getSourceRange()),
                      textOf(Operand->getSourceRange()) + "->", ""};
    else if (Operand)
      Leaf.Element = {CharSourceRange::getTokenRange(E->getSourceRange()),
                      "(" + textOf(E->getSourceRange()) + ").", ""};
    else
      Leaf.Element = {CharSourceRange::getTokenRange(E->getEndLoc()),
                      textOf(E->getEndLoc()) + ".", ""};
  }
  Leaf.Where = Leaf.Element->Range.getEnd();
  if (Leaf.Element->Range.getBegin().isMacroID() || Leaf.Where.isMacroID())
    return C.refuse(Refusal::InMacro), false;
  Claim Result = claimUse(Leaf, Facts, Types, Role.Lock);
  C.Result.Refused = std::move(Result.Refused);
  C.Result.Edits.append(Result.Edits.begin(), Result.Edits.end());
  return false;
}

/// `o == std::nullopt`
static bool isComparedWithNothing(const Expr *Other) {
  const CXXRecordDecl *R = Other->getType()->getAsCXXRecordDecl();
  return R && R->isInStdNamespace() && R->getName() == "nullopt_t";
}

bool ContainerForms::stepFromContainer(UseContext &C) {
  if (isDiscarded(C))
    return false;
  if (const VarDecl *Var = variableAround(C))
    return stepIntoVariable(C, *Var);
  C.skipNeutral();
  const Stmt *Parent = C.parent();
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(Parent))
    return stepIntoMember(C, *Member);
  if (const auto *Index = dyn_cast_or_null<ArraySubscriptExpr>(Parent);
      Index && Index->getBase() == C.Value) {
    C.step();
    return true;
  }
  if (const auto *Op = dyn_cast_or_null<CXXOperatorCallExpr>(Parent)) {
    bool IsObject = Op->getArg(0) == C.Value;
    switch (Op->getOperator()) {
    case OO_Subscript:
    case OO_Star:
    case OO_Arrow:
      if (!IsObject)
        break;
      C.step();
      return true;
    case OO_Equal:
      if (!IsObject) {
        mustChange(Op->getArg(0));
        return false;
      }
      return claimContainerAssignment(C, *Op);
    case OO_EqualEqual:
    case OO_ExclaimEqual:
      if (isComparedWithNothing(Op->getArg(IsObject ? 1 : 0)))
        return false;
      break;
    default:
      break;
    }
    if (Op->getOperator() != OO_Call)
      return C.refuseUnclaimed(), false;
  }
  if (const auto *Op = dyn_cast_or_null<CXXRewrittenBinaryOperator>(Parent))
    return isComparedWithNothing(Op->getLHS() == C.Value ? Op->getRHS()
                                                         : Op->getLHS())
               ? false
               : (C.refuse({Refusal::OperatorApplied,
                            BinaryOperator::getOpcodeStr(Op->getOpcode())}),
                  false);
  if (const auto *Call = dyn_cast_or_null<CallExpr>(Parent))
    return claimLibraryCall(C, *Call);
  if (const auto *For = dyn_cast_or_null<CXXForRangeStmt>(Parent))
    return claimRangeFor(C, *For);
  if (isa_and_nonnull<LambdaExpr>(Parent))
    return false;
  if (isa_and_nonnull<ReturnStmt>(Parent))
    return claimResult(C);
  if (const auto *Copy = dyn_cast_or_null<CXXConstructExpr>(Parent)) {
    // A copy into the same field of another object.
    const CXXCtorInitializer *Init =
        C.Outer > 1 ? C.U.Ancestors[C.Outer - 2].Init : nullptr;
    if (Init && Init->isMemberInitializer() && Copy->getNumArgs() == 1 &&
        &patternOf(*Init->getMember()) == C.U.Field)
      return false;
    if (denote(Copy) == Denotes::Unrelated)
      return C.refuse({Refusal::PassedToConstructor,
                       Copy->getConstructor()->getNameAsString()}),
             false;
    return C.refuse(Refusal::ContainerCopied), false;
  }
  return C.refuseUnclaimed(), false;
}

bool ContainerForms::stepFromCursor(UseContext &C) {
  if (isDiscarded(C))
    return false;
  if (const VarDecl *Var = variableAround(C))
    return stepIntoVariable(C, *Var);
  C.skipNeutral();
  const Stmt *Parent = C.parent();
  auto Beside = [&](const Expr *Other) {
    if (denote(Other) != Denotes::Unrelated)
      mustChange(Other);
  };
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(Parent)) {
    // `m.insert(x).first`
    if (isa<FieldDecl>(Member->getMemberDecl())) {
      C.step();
      return true;
    }
    if (Member->getMemberNameInfo().getAsString() != "base")
      return C.refuseUnclaimed(), false;
    C.step();
    C.step();
    return true;
  }
  if (const auto *Op = dyn_cast_or_null<CXXOperatorCallExpr>(Parent)) {
    switch (Op->getOperator()) {
    case OO_Star:
    case OO_Arrow:
    case OO_Subscript:
    case OO_PlusPlus:
    case OO_MinusMinus:
    case OO_Plus:
    case OO_Minus:
    case OO_PlusEqual:
    case OO_MinusEqual:
    case OO_Equal:
    case OO_EqualEqual:
    case OO_ExclaimEqual:
    case OO_Less:
    case OO_Greater:
    case OO_LessEqual:
    case OO_GreaterEqual:
      for (const Expr *Arg : Op->arguments())
        if (Arg != C.Value)
          Beside(Arg);
      C.step();
      return true;
    default:
      break;
    }
    if (Op->getOperator() != OO_Call)
      return C.refuseUnclaimed(), false;
  }
  // `it != v.end()` since C++20
  if (const auto *Op = dyn_cast_or_null<CXXRewrittenBinaryOperator>(Parent)) {
    Beside(Op->getLHS() == C.Value ? Op->getRHS() : Op->getLHS());
    return false;
  }
  if (const auto *Op = dyn_cast_or_null<UnaryOperator>(Parent)) {
    if (Op->getOpcode() == UO_AddrOf || Op->getOpcode() == UO_LNot)
      return C.refuseUnclaimed(), false;
    C.step();
    return true;
  }
  if (const auto *Op = dyn_cast_or_null<BinaryOperator>(Parent)) {
    const Expr *Other = Op->getLHS() == C.Value ? Op->getRHS() : Op->getLHS();
    if (Op->isLogicalOp() || Op->isPtrMemOp())
      return C.refuseUnclaimed(), false;
    Beside(Other);
    C.step();
    return true;
  }
  if (const auto *Index = dyn_cast_or_null<ArraySubscriptExpr>(Parent);
      Index && Index->getBase() == C.Value) {
    C.step();
    return true;
  }
  if (const auto *Member = dyn_cast_or_null<CXXMemberCallExpr>(Parent)) {
    // `v.erase(it)`: the container's own walk goes on from there.
    const CXXMethodDecl *Method = Member->getMethodDecl();
    if (!Method || !isOfLibrary(*Method))
      return C.refuse(aboutFunction(Refusal::PassedToFunction, Method)), false;
    mustChange(Member->getImplicitObjectArgument());
    return false;
  }
  if (const auto *Call = dyn_cast_or_null<CallExpr>(Parent))
    return claimLibraryCall(C, *Call);
  if (isa_and_nonnull<LambdaExpr>(Parent))
    return false;
  if (isa_and_nonnull<ReturnStmt>(Parent))
    return C.refuse(aboutFunction(Refusal::ResultCannotChange, C.U.Function)),
           false;
  return C.refuseUnclaimed(), false;
}

const DeclContext &ContainerForms::contextOf(const UseContext &C) const {
  if (C.U.Function)
    return *C.U.Function;
  return *AST.getTranslationUnitDecl();
}

std::string ContainerForms::textOf(SourceRange Tokens) const {
  return Lexer::getSourceText(CharSourceRange::getTokenRange(Tokens),
                              AST.getSourceManager(), AST.getLangOpts())
      .str();
}

} // namespace ownership
