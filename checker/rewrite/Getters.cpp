//===- Getters.cpp - Functions that return the field itself ---------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `const std::shared_ptr<T> &get() const { return f; }` has nothing to refer to
// any more. It becomes `std::shared_ptr<T> get() const { return f.lock(); }`,
// if every declaration may be edited and every caller is in sight and would
// take a strong copy as well: a call of it is one more use of the field.
//
// `T &get() const { return *f; }` becomes the same, if every call names a
// member of the object: `get().m` becomes `get()->m`.
//
//===----------------------------------------------------------------------===//

#include "rewrite/Declaration.h"
#include "rewrite/Forms.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// Whoever may call \p F is in this translation unit.
bool areCallersInSight(const FunctionDecl &F, const UseContext &C) {
  if (C.Facts.AddressTaken.contains(F.getCanonicalDecl()))
    return false;
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Method)
    return !F.isExternallyVisible();
  // The class's members and friends are in sight: otherwise the field would not
  // be converted.
  return isInMainFile(*C.U.Field, F.getASTContext()) ||
         (Method->getAccess() == AS_private &&
          Method->getParent()->getCanonicalDecl() ==
              C.U.Field->getParent()->getCanonicalDecl());
}

/// The declaration of \p F can be edited to return something else.
bool mayChangeResult(const UseContext &C, const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  // A call's own function would have to change in turn.
  return C.U.Kind != Use::Call && !F.isOverloadedOperator() &&
         !isa<CXXConversionDecl>(F) && !F.isTemplated() &&
         !F.isTemplateInstantiation() &&
         !(Method && (Method->isVirtual() || Method->getParent()->isLambda()));
}

/// The reference type that \p F returns as it is written becomes \p Value, or
/// what is behind its `const`.
bool replaceReference(UseContext &C, const FunctionDecl &F,
                      std::string Value = "") {
  const ASTContext &AST = F.getASTContext();
  const SourceManager &SM = AST.getSourceManager();
  FunctionTypeLoc Function = F.getFunctionTypeLoc();
  auto Reference = Function ? Function.getReturnLoc().getAs<ReferenceTypeLoc>()
                            : ReferenceTypeLoc();
  if (!Reference)
    return false;
  SourceRange Pointee =
      Reference.getPointeeLoc().getUnqualifiedLoc().getSourceRange();
  SourceLocation Amp = Reference.getSigilLoc();
  if (F.getBeginLoc().isMacroID() || Pointee.getBegin().isMacroID() ||
      Pointee.getEnd().isMacroID() || Amp.isMacroID() ||
      SM.isInSystemHeader(Amp))
    return false;
  // A `const` before the type belongs to no TypeLoc.
  SourceLocation Begin = Pointee.getBegin();
  auto [File, Offset] = SM.getDecomposedLoc(F.getBeginLoc());
  StringRef Text = SM.getBufferData(File);
  Lexer Lex(SM.getLocForStartOfFile(File), AST.getLangOpts(), Text.begin(),
            Text.begin() + Offset, Text.end());
  Token T;
  while (!Lex.LexFromRawLexer(T) && T.getLocation() < Pointee.getBegin())
    Begin = T.is(tok::raw_identifier) && T.getRawIdentifier() == "const"
                ? T.getLocation()
                : Pointee.getBegin();
  if (Value.empty())
    Value = Lexer::getSourceText(CharSourceRange::getTokenRange(Pointee), SM,
                                 AST.getLangOpts())
                .str();
  if (!isWhitespace(SM.getCharacterData(Amp)[1]))
    Value += ' ';
  C.replace({Begin, Amp}, Value);
  return true;
}

} // namespace

/// `return f` by const reference
bool claimGetter(UseContext &C) {
  C.stepOutOfConditional();
  const FunctionDecl *F = C.U.Function;
  if (!C.parentAs<ReturnStmt>() || !C.Value->isGLValue() || !F)
    return false;
  QualType T = F->getReturnType();
  if (!T->isLValueReferenceType())
    return false;
  T = T.getNonReferenceType();
  if (!T.isConstQualified() ||
      !F->getASTContext().hasSameUnqualifiedType(
          T, C.U.Node ? C.U.Node->getType() : C.U.Field->getType()))
    return C.refuse(Refusal::ReturnedMutable);
  if (!mayChangeResult(C, *F))
    return C.refuse({Refusal::GetterCannotChange, F->getNameAsString()});
  if (!areCallersInSight(*F, C))
    return C.refuse({Refusal::GetterCalledElsewhere, F->getNameAsString()});
  if (C.refuseInDestructor())
    return true;

  auto Calls = C.Facts.ReferenceCalls.find(F->getCanonicalDecl());
  if (Calls != C.Facts.ReferenceCalls.end())
    for (Use Call : Calls->second) {
      Call.Field = C.U.Field;
      Claim Claimed = claimUse(Call, C.Facts, C.Types, C.Lock, C.Locals);
      if (Claimed.Refused) {
        if (Claimed.Refused->Getter.empty())
          Claimed.Refused->Getter = F->getNameAsString();
        return C.refuse(std::move(*Claimed.Refused));
      }
      if (Call.InInstantiation && !Claimed.Edits.empty())
        return C.refuse(
            {Refusal::GetterUsedByTemplate, F->getNameAsString(), Call.Where});
      append_range(C.Result.Edits, Claimed.Edits);
    }
  for (const FunctionDecl *Declared : F->redecls())
    if (!replaceReference(C, *Declared))
      return C.refuse({Refusal::GetterCannotChange, F->getNameAsString()});
  C.callOnPointer(C.Lock + "()");
  return true;
}

/// `return *f` by reference
bool claimObjectGetter(UseContext &C) {
  const auto *Star = C.parentAs<CXXOperatorCallExpr>();
  const FunctionDecl *F = C.U.Function;
  if (!F || !Star || Star->getOperator() != OO_Star ||
      Star->getNumArgs() != 1 || C.Facts.OwnerMayBeGone)
    return false;
  C.step();
  C.skipNeutral();
  if (!C.parentAs<ReturnStmt>() || !F->getReturnType()->isLValueReferenceType())
    return false;
  const ASTContext &AST = F->getASTContext();
  QualType Pointer = C.U.Field->getType();
  QualType Pointee = pointeeOf(Pointer);
  // The declaration may name the pointer otherwise than by this type.
  if (Pointee.isNull() || !isSharedPointer(C, Pointer) ||
      !AST.hasSameType(F->getReturnType().getNonReferenceType(), Pointee) ||
      !mayChangeResult(C, *F) || !areCallersInSight(*F, C))
    return C.refuse(Refusal::Returned);
  if (C.refuseInDestructor())
    return true;

  auto Calls = C.Facts.ReferenceCalls.find(F->getCanonicalDecl());
  if (Calls != C.Facts.ReferenceCalls.end())
    for (const Use &U : Calls->second) {
      UseContext Call(U, C.Facts, C.Types, C.Lock, C.Result);
      const auto *Member = Call.parentAs<MemberExpr>();
      if (!Member || Member->isArrow() || U.InInstantiation ||
          !Member->getOperatorLoc().isFileID() || Call.outlives())
        return C.refuse(Refusal::Returned);
      C.replace(Member->getOperatorLoc(), "->");
    }
  TypeSourceInfo *Written = C.U.Field->getTypeSourceInfo();
  StringRef Type = Lexer::getSourceText(
      CharSourceRange::getTokenRange(
          Written->getTypeLoc().getUnqualifiedLoc().getSourceRange()),
      AST.getSourceManager(), AST.getLangOpts());
  for (const FunctionDecl *Declared : F->redecls())
    if (Type.empty() || !replaceReference(C, *Declared, Type.str()))
      return C.refuse(Refusal::Returned);
  C.replace(Star->getOperatorLoc(), "");
  C.callOnPointer(C.Lock + "()");
  return true;
}

} // namespace ownership
