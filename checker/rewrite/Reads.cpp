//===- Reads.cpp - Uses that read the object ------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Forms.h"
#include "rewrite/Writes.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

bool isOfPointersLibrary(const UseContext &C, const FunctionDecl &F) {
  const CXXRecordDecl *R = C.pointerClass();
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(R);
  return Spec && Spec->getSpecializedTemplate()
                     ->getDeclContext()
                     ->getEnclosingNamespaceContext()
                     ->Equals(F.getEnclosingNamespaceContext());
}

/// `f->m`, `(*f).m`, `g(*f)`
bool claimDereference(UseContext &C) {
  C.stepOutOfConditional();
  const auto *Op = C.parentAs<CXXOperatorCallExpr>();
  if (!Op || Op->getArg(0) != C.Value ||
      (Op->getOperator() != OO_Arrow &&
       !(Op->getOperator() == OO_Star && Op->getNumArgs() == 1)))
    return false;
  C.step();
  return C.Facts.OwnerMayBeGone ? C.guardHere() : C.lockHere();
}

/// `if (f)`, `!f`, `f && g`: the conversion to bool
bool claimTest(UseContext &C) {
  C.stepOutOfConditional();
  const auto *Member = C.parentAs<MemberExpr>();
  if (!Member || !isa<CXXConversionDecl>(Member->getMemberDecl()))
    return false;
  C.step();
  return C.lockHere();
}

/// `f == nullptr`, `f != g`, by the pointer's own operators. Since C++20 the
/// second is written `!(f == g)`.
bool claimComparison(UseContext &C) {
  C.stepOutOfConditional();
  OverloadedOperatorKind Kind = OO_None;
  const FunctionDecl *Callee = nullptr;
  if (const auto *Op = C.parentAs<CXXOperatorCallExpr>()) {
    Kind = Op->getOperator();
    Callee = Op->getDirectCallee();
  } else if (const auto *Rewritten = C.parentAs<CXXRewrittenBinaryOperator>()) {
    Kind = BinaryOperator::getOverloadedOperator(Rewritten->getOpcode());
    const auto *Inner = dyn_cast<CXXOperatorCallExpr>(
        Rewritten->getDecomposedForm().InnerBinOp->IgnoreImplicit());
    Callee = Inner ? Inner->getDirectCallee() : nullptr;
  } else {
    return false;
  }
  static constexpr OverloadedOperatorKind Orders[] = {
      OO_Less, OO_Greater, OO_LessEqual, OO_GreaterEqual, OO_Spaceship};
  if (is_contained(Orders, Kind))
    return C.refuse({Refusal::Ordered, getOperatorSpelling(Kind)});
  if (Kind != OO_EqualEqual && Kind != OO_ExclaimEqual)
    return false;
  if (!Callee || !isOfPointersLibrary(C, *Callee))
    return C.refuse({Refusal::OwnOperator, getOperatorSpelling(Kind)});
  C.step();
  return C.lockHere();
}

/// `f.get()`, and what else is called on the pointer itself
bool claimMember(UseContext &C) {
  C.stepOutOfConditional();
  const auto *Member = C.parentAs<MemberExpr>();
  const auto *Method =
      Member ? dyn_cast<CXXMethodDecl>(Member->getMemberDecl()) : nullptr;
  if (!Method || Member->getBase() != C.Value)
    return false;
  std::string Name = Method->getNameAsString();
  if (Name == "use_count" || Name == "unique")
    return C.refuse({Refusal::OwnersCounted, Name});
  // A weak pointer says the same.
  if (Name == "owner_before")
    return true;
  if (Name != "get" && Method->getOverloadedOperator() != OO_Arrow &&
      Method->getOverloadedOperator() != OO_Star)
    return false;
  C.step();
  if (C.parentAs<CXXMemberCallExpr>())
    C.step();
  return C.lockHere();
}

/// The `&` of a reference variable, with the space that has to stay.
static bool dropReference(UseContext &C, const VarDecl &Var) {
  const ASTContext &AST = Var.getASTContext();
  const SourceManager &SM = AST.getSourceManager();
  auto Reference = Var.getTypeSourceInfo()
                       ->getTypeLoc()
                       .getUnqualifiedLoc()
                       .getAs<ReferenceTypeLoc>();
  if (!Reference || Reference.getBeginLoc().isMacroID() ||
      Reference.getEndLoc().isMacroID())
    return false;
  SourceLocation Amp = Reference.getSigilLoc();
  unsigned Size = Lexer::MeasureTokenLength(Amp, SM, AST.getLangOpts());
  const char *Text = SM.getCharacterData(Amp);
  bool IsSpaced = isWhitespace(Text[-1]) || isWhitespace(Text[Size]);
  C.replace(Amp, IsSpaced ? "" : " ");
  return true;
}

/// `const auto &p = f`: a strong copy, if nobody could tell.
bool claimReference(UseContext &C) {
  C.stepOutOfConditional();
  const VarDecl *Var = C.initialized();
  if (!Var || !Var->getType()->isReferenceType() || !C.Value->isGLValue())
    return false;
  StringRef Name = Var->getName();
  if (!Var->hasLocalStorage() || Var->isInitCapture() || !C.U.Function ||
      !C.U.Function->hasBody())
    return C.refuse(Refusal::BoundToReference);
  if (C.Facts.Modified.contains(Var->getCanonicalDecl()))
    return C.refuse({Refusal::ChangedThroughReference, Name});
  if (Keeping(C.Types).leavesItsVariables(*Var, *C.U.Function))
    return C.refuse({Refusal::ReferenceMayBeKept, Name});
  if (C.refuseInDestructor())
    return true;
  // The copy is a snapshot.
  const Stmt *Decls = C.Outer > 1 ? C.U.Ancestors[C.Outer - 2].S : nullptr;
  const auto *Block =
      C.Outer > 2 ? dyn_cast_or_null<CompoundStmt>(C.U.Ancestors[C.Outer - 3].S)
                  : nullptr;
  if (!Block)
    return C.refuse(Refusal::BoundToReference);
  for (const Stmt *S : reverse(Block->body())) {
    if (S == Decls)
      break;
    if (mayWrite(S, *C.U.Field, C.Facts))
      return C.refuse({Refusal::ChangedBesideReference, Name});
  }
  if (!dropReference(C, *Var))
    return C.refuse(Refusal::BoundToReference);
  C.callOnPointer(C.Lock + "()");
  return true;
}

} // namespace ownership
