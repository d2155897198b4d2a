//===- LambdaForm.cpp - A lambda with a weak capture ----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What if the lock gives nothing? While the object lives it gives what was
// captured, so the only question is what to do when the lambda is called after
// the object has gone, which could not be before.
//
//   - A lambda that returns nothing, or a pointer or an optional, returns at
//     once: there is nothing left to do it to. People write it so.
//   - Any other value would be invented. Then the body runs and dereferences
//     null, as it would with any pointer that nobody has tested.
//   - If the body tests the pointer, it knows what to do without an object.
//   - If null may have been captured, the body ran, and still must: an early
//     return would change that. So the pointer must be known to hold an object.
//   - A body that works on `this` relies on the capture to keep it. Without a
//     return it cannot be weak. Nor can a capture that the body never names
//     for another reason: a return might leave out what has to be done.
//
//===----------------------------------------------------------------------===//

#include "rewrite/CaptureUses.h"
#include "rewrite/ClosureForms.h"
#include "rewrite/NonNull.h"
#include "rewrite/PointerExpr.h"
#include "rewrite/Spelling.h"
#include "rewrite/UseContext.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// A `return` of \p Body itself, not of a lambda inside, with a value.
const ReturnStmt *findReturnOfValue(const Stmt *Body) {
  if (!Body || isa<LambdaExpr>(Body))
    return nullptr;
  if (const auto *Return = dyn_cast<ReturnStmt>(Body)) {
    const Expr *Value = Return->getRetValue();
    return Value && !Value->getType()->isVoidType() ? Return : nullptr;
  }
  for (const Stmt *Part : Body->children())
    if (const ReturnStmt *Found = findReturnOfValue(Part))
      return Found;
  return nullptr;
}

class LambdaPlanner {
public:
  LambdaPlanner(ASTContext &AST, const ProgramFacts &Facts,
                OwnershipTypes &Types, const ClosureSite &Site,
                const ClosureSite *Pattern, unsigned Index,
                const StringSet<> &Taken)
      : AST(AST), SM(AST.getSourceManager()), Facts(Facts), Types(Types),
        Site(Site), Lambda(*cast<LambdaExpr>(Site.Node)),
        Capture(Lambda.capture_begin()[Index]),
        Init(Lambda.capture_init_begin()[Index]), Taken(Taken),
        Copy{AST, Facts, Types, Site, Plan} {
    if (!Pattern)
      return;
    // The template may not know yet what is captured implicitly, but it has
    // the same variable at the same place.
    const auto &Template = *cast<LambdaExpr>(Pattern->Node);
    auto Take = [&](const Decl *D) {
      const auto *V = dyn_cast_or_null<VarDecl>(D);
      if (V && Capture.capturesVariable() &&
          V->getLocation() == Capture.getCapturedVar()->getLocation())
        WrittenVar = V;
    };
    for (const LambdaCapture &C : Template.captures())
      if (C.capturesVariable())
        Take(C.getCapturedVar());
    for (const Ancestor &A : Pattern->Around)
      if (const auto *F = dyn_cast_or_null<FunctionDecl>(A.D))
        for (const Decl *D : F->decls())
          Take(D);
    Copy.IsDependent = !WrittenVar || WrittenVar->getType()->isDependentType();
  }

  CapturePlan plan() {
    if (!checkCapture() || !checkBody())
      return std::move(Plan);
    std::optional<std::string> Guard = guard();
    if (!Guard)
      return std::move(Plan);

    StringSet<> Names = Copy.namesAround();
    for (const auto &Name : Taken)
      Names.insert(Name.getKey());
    WeakName = weakNameFor(Var->getName(), Names);
    if (!editIntroducer())
      return std::move(Plan);
    editBody(*Guard);
    return std::move(Plan);
  }

private:
  ASTContext &AST;
  const SourceManager &SM;
  const ProgramFacts &Facts;
  OwnershipTypes &Types;
  const ClosureSite &Site;
  const LambdaExpr &Lambda;
  const LambdaCapture &Capture;
  const Expr *Init;
  const StringSet<> &Taken;
  CapturePlan Plan;
  WeakCopy Copy;
  const VarDecl *Var = nullptr;
  /// The same variable in the template, if this is an instance of one.
  const VarDecl *WrittenVar = nullptr;
  CaptureUses Uses;
  std::string WeakName;

  bool isInitCapture() const { return Lambda.isInitCapture(&Capture); }
  const CompoundStmt *body() const {
    return dyn_cast<CompoundStmt>(Lambda.getBody());
  }
  SourceLocation where() const { return Capture.getLocation(); }

  bool checkCapture() {
    if (!Capture.capturesVariable())
      return Plan.refuse({Refusal::WholeObjectCaptured, where()});
    Var = dyn_cast<VarDecl>(Capture.getCapturedVar());
    if (!Var || Capture.isPackExpansion() || !Init ||
        Capture.getCaptureKind() != LCK_ByCopy)
      return Plan.refuse({Refusal::CaptureUnsupported, where()});
    SourceRange Introducer = Lambda.getIntroducerRange();
    if (Introducer.getBegin().isMacroID() || Introducer.getEnd().isMacroID() ||
        where().isMacroID())
      return Plan.refuse({Refusal::InMacro, where()});
    if (Copy.IsDependent && !isPointerInEveryInstance())
      return Plan.refuse({Refusal::CaptureTypeVaries, where()});
    return Copy.takesPointer(Var->getType(), where());
  }

  /// The variable in the template is a shared pointer whatever the arguments.
  bool isPointerInEveryInstance() const {
    if (!WrittenVar)
      return false;
    QualType T = WrittenVar->getType().getNonReferenceType();
    if (const auto *Spec = T->getAs<TemplateSpecializationType>()) {
      const TemplateDecl *Template =
          Spec->getTemplateName().getAsTemplateDecl();
      const auto *R =
          Template
              ? dyn_cast_or_null<CXXRecordDecl>(Template->getTemplatedDecl())
              : nullptr;
      return R && Types.roleOf(*R).Kind == TypeRole::SharedPointer;
    }
    const Expr *From = WrittenVar->getInit();
    if (!From || !T->getContainedAutoType())
      return false;
    StringSet<> Names = identifiersIn(From->getSourceRange(), AST);
    return Names.contains("shared_from_this") || Names.contains("make_shared");
  }

  bool checkBody() {
    const CompoundStmt *Body = body();
    if (!Body)
      return Plan.refuse({Refusal::LambdaIsCoroutine, where()});
    if (Body->getLBracLoc().isMacroID() || Body->getRBracLoc().isMacroID())
      return Plan.refuse({Refusal::InMacro, Body->getLBracLoc()});
    if (Body->body_empty())
      return Plan.refuse({Refusal::LambdaOnlyKeeps, where()});
    for (const Stmt *S : Body->body())
      if (const auto *Decls = dyn_cast<DeclStmt>(S))
        for (const Decl *D : Decls->decls()) {
          const auto *Named = dyn_cast<NamedDecl>(D);
          if (Named && Named->getDeclName() == Var->getDeclName())
            return Plan.refuse(
                {Refusal::LambdaDeclaresName, Named->getLocation()});
        }
    // A parameter's type or the result's may be told by an init-capture.
    SourceLocation AfterIntroducer = Lexer::getLocForEndOfToken(
        Lambda.getIntroducerRange().getEnd(), 0, SM, AST.getLangOpts());
    if (isInitCapture() &&
        identifiersIn({AfterIntroducer, Body->getLBracLoc()}, AST)
            .contains(Var->getName()))
      return Plan.refuse({Refusal::LambdaSignatureUses, AfterIntroducer});
    if (Lambda.hasExplicitResultType() && mayDangle(resultType(), Types))
      return refuseDangling(Body->getLBracLoc());
    if (const ReturnStmt *Return = findReturnOfValue(Body))
      if (!Lambda.hasExplicitResultType() &&
          !Return->getRetValue()->isTypeDependent() &&
          mayDangle(Return->getRetValue()->getType(), Types))
        return refuseDangling(Return->getBeginLoc());

    Uses = usesInBody(Lambda, *Var, Types);
    if (Uses.Refused) {
      if (Uses.Refused->Where.isInvalid())
        Uses.Refused->Where = where();
      return Plan.refuse(std::move(*Uses.Refused));
    }
    return true;
  }

  bool refuseDangling(SourceLocation Where) {
    return Plan.refuse({Refusal::MayBeReturnedByLambda, Where});
  }

  QualType resultType() const {
    return Lambda.getCallOperator()->getReturnType();
  }

  /// What a lambda that has nothing to return returns. Empty if that is no
  /// value of its type.
  StringRef emptyReturn() const {
    if (!Lambda.hasExplicitResultType())
      return findReturnOfValue(body()) ? "" : "return;";
    if (resultType()->isVoidType())
      return "return;";
    if (resultType()->getContainedAutoType())
      return "";
    const CXXRecordDecl *R = resultType()->getAsCXXRecordDecl();
    TypeRole::KindTy Kind = R ? Types.roleOf(*R).Kind : TypeRole::OwnsNothing;
    if (Kind == TypeRole::SharedPointer || Kind == TypeRole::UniquePointer)
      return "return nullptr;";
    return R && qualifiedName(*R) == "std::optional" ? "return {};" : "";
  }

  /// The pointer keeps the object whose members the lambda uses by `this`.
  bool keepsThis() const {
    const auto *Closure = Lambda.getLambdaClass();
    for (const auto &[C, F] : zip(Lambda.captures(), Closure->fields())) {
      if (C.getCaptureKind() != LCK_This)
        continue;
      const CXXRecordDecl *This = F->getType()->getPointeeCXXRecordDecl();
      QualType Pointee = cast<ClassTemplateSpecializationDecl>(
                             Copy.Pointer->getAsCXXRecordDecl())
                             ->getTemplateArgs()[0]
                             .getAsType();
      const CXXRecordDecl *Kept = Pointee->getAsCXXRecordDecl();
      if (!This || !Kept || !This->hasDefinition() || !Kept->hasDefinition())
        return Kept || Pointee->isVoidType();
      return declaresSameEntity(This, Kept) || This->isDerivedFrom(Kept) ||
             Kept->isDerivedFrom(This);
    }
    return false;
  }

  /// The statement after the lock; empty for none, nothing after a refusal.
  std::optional<std::string> guard() {
    if (Uses.IsTested)
      return "";
    const bool NeverNull = isNeverNull(*Init, Site.Around, Facts) ||
                           alwaysDereferences(body(), *Var);
    StringRef Return = emptyReturn();
    auto Refuse = [&](Refusal::ReasonTy Reason) {
      Plan.refuse({Reason, where()});
      return std::nullopt;
    };
    if (!Uses.IsNamed && !keepsThis())
      return Refuse(Refusal::LambdaNeverUses);
    if (NeverNull && !Return.empty()) {
      const CXXRecordDecl *R = Copy.Pointer->getAsCXXRecordDecl();
      DeclarationName Not = AST.DeclarationNames.getCXXOperatorName(OO_Exclaim);
      if (R->getVisibleConversionFunctions().empty() && R->lookup(Not).empty())
        return Refuse(Refusal::PointerCannotBeTested);
      return ("if (!" + Var->getName() + ") " + Return).str();
    }
    if (keepsThis())
      return Refuse(Return.empty() ? Refusal::NothingToReturnWithoutThis
                                   : Refusal::CaptureOfThisMayBeNull);
    if (Facts.DestructorsMayReachAnything ||
        Facts.ReachableFromDestructors.contains(
            Lambda.getCallOperator()->getCanonicalDecl()))
      return Refuse(Refusal::ReachedFromDestructor);
    return "";
  }

  bool editIntroducer() {
    // Init-captures came with C++14; who has one has them.
    if (!AST.getLangOpts().CPlusPlus14 && !isInitCapture()) {
      if (!Copy.declareBefore(WeakName, *Init))
        return false;
      if (Capture.isExplicit())
        Plan.Edits.push_back(
            {CharSourceRange::getTokenRange(where()), WeakName});
      return true;
    }
    std::string Weak = Copy.make(*Init);
    if (Weak.empty())
      return false;
    std::string Text = WeakName + " = " + Weak;
    if (!Capture.isExplicit()) {
      Plan.Additions.push_back(
          {CharSourceRange::getTokenRange(Lambda.getCaptureDefaultLoc()), "",
           ", " + Text});
      return true;
    }
    SourceLocation End = where();
    if (isInitCapture()) {
      End = Init->getEndLoc();
      if (Var->getInitStyle() == VarDecl::CallInit)
        if (auto Next = Lexer::findNextToken(End, SM, AST.getLangOpts());
            Next && Next->is(tok::r_paren))
          End = Next->getLocation();
    }
    auto Next = Lexer::findNextToken(End, SM, AST.getLangOpts());
    if (End.isMacroID() || !Next || !Next->isOneOf(tok::comma, tok::r_square))
      return Plan.refuse({Refusal::CaptureUnsupported, where()});
    Plan.Edits.push_back({CharSourceRange::getTokenRange(where(), End), Text});
    return true;
  }

  void editBody(StringRef Guard) {
    const CompoundStmt &Body = *body();
    std::string Lock =
        ((Uses.NeedsConst ? "const auto " : "auto ") + Var->getName() + " = " +
         WeakName + "." + Copy.Role->Lock + "();")
            .str();
    SourceLocation Brace = Body.getLBracLoc();
    SourceLocation First = SM.getExpansionLoc(Body.body_front()->getBeginLoc());
    const bool IsOnOneLine =
        SM.getExpansionLineNumber(Brace) == SM.getExpansionLineNumber(First);
    if (IsOnOneLine) {
      // Several captures may be locked here; one space stands behind each.
      const bool HasSpace = isWhitespace(SM.getCharacterData(Brace)[1]);
      std::string Text = (Lock + (Guard.empty() ? "" : " ") + Guard).str();
      Plan.Additions.push_back({CharSourceRange::getTokenRange(Brace), "",
                                HasSpace ? " " + Text : Text + " "});
      return;
    }
    std::string Line = (newlineOf(Brace, SM) + indentationAt(First, SM)).str();
    Plan.Additions.push_back(
        {CharSourceRange::getCharRange(Brace, endOfBraceLine(Brace)), "",
         Line + Lock + (Guard.empty() ? "" : Line + Guard.str())});
  }

  /// Behind the brace, and behind a comment that ends its line.
  SourceLocation endOfBraceLine(SourceLocation Brace) const {
    StringRef Rest(SM.getCharacterData(Brace) + 1);
    StringRef Line = Rest.take_until([](char C) { return C == '\n'; });
    StringRef Comment = Line.trim();
    bool IsComment =
        (Comment.starts_with("//") && !Comment.ends_with("\\")) ||
        (Comment.starts_with("/*") && Comment.find("*/") == Comment.size() - 2);
    return Brace.getLocWithOffset(1 + (IsComment ? Line.rtrim().size() : 0));
  }
};

} // namespace

CapturePlan planLambda(ASTContext &AST, const ProgramFacts &Facts,
                       OwnershipTypes &Types, const ClosureSite &Site,
                       const ClosureSite *Pattern, unsigned Index,
                       const StringSet<> &Taken) {
  return LambdaPlanner(AST, Facts, Types, Site, Pattern, Index, Taken).plan();
}

} // namespace ownership
