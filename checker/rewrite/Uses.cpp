//===- Uses.cpp - Every place where a field is used -----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Uses.h"
#include "rewrite/AncestorVisitor.h"
#include "rewrite/CallFacts.h"
#include "rewrite/LibraryMakers.h"
#include "rewrite/Modification.h"
#include "rewrite/Patterns.h"
#include "rewrite/PointerExpr.h"
#include "rewrite/UnusualPointers.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

class Gatherer : public AncestorVisitor<Gatherer> {
  using Base = AncestorVisitor<Gatherer>;

public:
  Gatherer(ASTContext &AST, const DenseSet<const FieldDecl *> &Fields,
           OwnershipTypes &Types)
      : Base(AST.getSourceManager()), Fields(Fields), Types(Types),
        Calls(AST.getSourceManager(), Types, Facts) {
    for (const FieldDecl *F : Fields)
      Holders.insert(cast<CXXRecordDecl>(F->getParent())->getCanonicalDecl());
  }

  bool shouldVisitTemplateInstantiations() const { return true; }

  ProgramFacts take() {
    Calls.finish();
    return std::move(Facts);
  }

  void enterFunction(const FunctionDecl &F) { Calls.enterFunction(F); }

  void enterInitializer(const CXXCtorInitializer &Init) {
    if (!Init.isAnyMemberInitializer() || !Init.isWritten())
      return;
    know(Init.getMemberLocation());
    const FieldDecl *F = Init.getAnyMember();
    if (isTarget(F))
      addUse(Use::Initializer, F, Init.getMemberLocation(), Init.getInit());
  }

  bool VisitLambdaExpr(LambdaExpr *L) {
    for (const LambdaCapture &Capture : L->captures())
      know(Capture.getLocation());
    if (Function)
      Calls.addMention(*Function, *L->getCallOperator());
    // The instantiations of a generic lambda's body are nobody's children.
    if (FunctionTemplateDecl *Template =
            L->getCallOperator()->getDescribedFunctionTemplate())
      for (FunctionDecl *Spec : Template->specializations()) {
        Calls.addMention(*L->getCallOperator(), *Spec);
        TraverseDecl(Spec);
      }
    return true;
  }

  //===--------------------------------------------------------------------===//
  // Uses of the fields
  //===--------------------------------------------------------------------===//

  bool VisitMemberExpr(MemberExpr *E) {
    know(E->getMemberLoc());
    if (const auto *F = dyn_cast<FieldDecl>(E->getMemberDecl())) {
      if (isTarget(F)) {
        addUse(Use::Member, F, E->getMemberLoc(), E, /*SkipSelf=*/true);
        if (isModification(E, Path))
          noteWrite(*E, *F);
      } else {
        noteOther(E->getMemberLoc());
      }
    } else if (const auto *Var = dyn_cast<VarDecl>(E->getMemberDecl())) {
      mentionVariable(*Var);
    } else if (const auto *Callee =
                   dyn_cast<FunctionDecl>(E->getMemberDecl())) {
      mention(*Callee);
    }
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    know(E->getLocation());
    if (const auto *F = dyn_cast<FieldDecl>(E->getDecl())) {
      if (isTarget(F))
        addUse(Use::Other, F, E->getLocation(), E, /*SkipSelf=*/true);
    } else if (const auto *Var = dyn_cast<VarDecl>(E->getDecl())) {
      mentionVariable(*Var);
      SourceLocation &Last = Facts.LastMention[Var->getCanonicalDecl()];
      if (Last.isInvalid() ||
          SM.isBeforeInTranslationUnit(Last, E->getLocation()))
        Last = E->getLocation();
      if (isModification(E, Path))
        Facts.Modified.insert(Var->getCanonicalDecl());
    } else if (const auto *Callee = dyn_cast<FunctionDecl>(E->getDecl())) {
      mention(*Callee);
      if (!isCallee(E, Path))
        Facts.AddressTaken.insert(Callee->getCanonicalDecl());
    }
    return true;
  }

  /// The list as it initializes, in which copies are copies; the base class
  /// walks it as it is written.
  bool TraverseInitListExpr(InitListExpr *E) {
    if (InitListExpr *Semantic = E->getSemanticForm())
      E = Semantic;
    if (const InitListExpr *Written = E->getSyntacticForm())
      for (Expr *Init : Written->inits())
        if (auto *Designated = dyn_cast<DesignatedInitExpr>(Init))
          VisitDesignatedInitExpr(Designated);
    if (!WalkUpFromInitListExpr(E))
      return false;
    for (Stmt *Child : E->children())
      if (!TraverseStmt(Child))
        return false;
    return true;
  }

  bool VisitInitListExpr(InitListExpr *E) {
    const InitListExpr *Semantic =
        E->isSemanticForm() ? E : E->getSemanticForm();
    if (!Semantic)
      return true;
    refuseElided(*Semantic);
    const CXXRecordDecl *R = Semantic->getType()->getAsCXXRecordDecl();
    if (!R || !Holders.count(&patternOf(*R)))
      return true;
    unsigned Index = R->getNumBases();
    for (const FieldDecl *F : R->fields()) {
      if (isTarget(F) && Index < Semantic->getNumInits()) {
        const Expr *Value = Semantic->getInit(Index);
        if (!isa<ImplicitValueInitExpr, CXXDefaultInitExpr>(Value))
          addUse(Use::Aggregate, F, Value->getBeginLoc(), Value);
      }
      ++Index;
    }
    return true;
  }

  bool VisitDesignatedInitExpr(DesignatedInitExpr *E) {
    for (const DesignatedInitExpr::Designator &D : E->designators())
      if (D.isFieldDesignator())
        know(D.getFieldLoc());
    return true;
  }

  bool VisitCXXParenListInitExpr(CXXParenListInitExpr *E) {
    refuseAllOf(E->getType(), E->getBeginLoc(), E);
    return true;
  }

  bool VisitDecompositionDecl(DecompositionDecl *D) {
    QualType T = D->getType().getNonReferenceType();
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    for (const FieldDecl *F : Fields) {
      const auto *Holder = cast<CXXRecordDecl>(F->getParent());
      if (T->isDependentType() || (R && isOrDerivesFrom(*R, *Holder)))
        addUse(Use::Other, F, D->getLocation(), nullptr);
      else
        noteOther(D->getLocation());
    }
    return true;
  }

  bool VisitCXXConstCastExpr(CXXConstCastExpr *E) {
    const CXXRecordDecl *R = E->getSubExpr()->getType()->getAsCXXRecordDecl();
    if (!R)
      R = E->getSubExpr()->getType()->getPointeeCXXRecordDecl();
    if (R && Types.roleOf(*R).Kind == TypeRole::SharedPointer)
      Facts.ConstCast = E->getBeginLoc();
    return true;
  }

  bool VisitOffsetOfExpr(OffsetOfExpr *E) {
    for (unsigned I = 0; I < E->getNumComponents(); ++I)
      if (E->getComponent(I).getKind() == OffsetOfNode::Field) {
        know(E->getComponent(I).getEndLoc());
        if (isTarget(E->getComponent(I).getField()))
          addUse(Use::Other, E->getComponent(I).getField(), E->getBeginLoc(),
                 E);
      }
    return true;
  }

  // It may mean the field in some instantiation, or in a concept's test.
  bool VisitCXXDependentScopeMemberExpr(CXXDependentScopeMemberExpr *E) {
    know(E->getMemberLoc());
    for (const FieldDecl *F : Fields)
      if (F->getDeclName() == E->getMember())
        addUse(Use::Other, F, E->getMemberLoc(), E);
    return true;
  }

  bool VisitNamedDecl(NamedDecl *D) {
    if (const auto *Object = dyn_cast<ValueDecl>(D))
      Calls.addObject(Object->getType());
    know(D->getLocation());
    return true;
  }

  bool VisitTypeLoc(TypeLoc TL) {
    if (auto Spec = TL.getAs<TemplateSpecializationTypeLoc>())
      noteTemplate(Spec.getTypePtr()->getTemplateName().getAsTemplateDecl());
    know(TL.getBeginLoc());
    know(TL.getUnqualifiedLoc().getEndLoc());
    return true;
  }

  //===--------------------------------------------------------------------===//
  // Calls
  //===--------------------------------------------------------------------===//

  bool VisitCallExpr(CallExpr *E) {
    const FunctionDecl *Callee = E->getDirectCallee();
    // A pattern's calls are known in its instantiations.
    if (Function && !Function->isDependentContext())
      Calls.addCall(*Function, Callee);
    if (!Callee)
      return true;
    noteReferenceCall(*E, *Callee);
    if (const CXXRecordDecl *Made = classMadeBy(*Callee)) {
      // Since C++20 an aggregate may be made so, out of sight. A copy of an
      // object is in sight where that is made.
      bool IsCopy = E->getNumArgs() == 1 &&
                    E->getArg(0)->getType()->getAsCXXRecordDecl() == Made;
      if (Made->hasDefinition() && Made->isAggregate() && E->getNumArgs() > 0 &&
          !IsCopy)
        refuseAllOf(Callee->getTemplateSpecializationArgs()->get(0).getAsType(),
                    E->getBeginLoc(), E);
    } else {
      noteMadeByLibrary(*Callee);
    }
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    const CXXConstructorDecl *Ctor = E->getConstructor();
    const CXXRecordDecl *R = Ctor->getParent();
    mention(*Ctor);
    noteMadeByLibrary(*Ctor);
    if (Types.roleOf(*R).Kind == TypeRole::SharedPointer &&
        E->getNumArgs() > 1 && !isa<CXXDefaultArgExpr>(E->getArg(1))) {
      if (!isAlias(*E, Types))
        Calls.addDeleter(E->getArg(1)->IgnoreImplicit()->getType());
      noteUnusual(*E);
    }
    const auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(R);
    if (Class && Types.roleOf(*R).Kind == TypeRole::UniquePointer &&
        Class->getTemplateArgs().size() > 1 &&
        Class->getTemplateArgs()[1].getKind() == TemplateArgument::Type) {
      Calls.addDeleter(Class->getTemplateArgs()[1].getAsType());
    }
    return true;
  }

  bool VisitCXXInheritedCtorInitExpr(CXXInheritedCtorInitExpr *E) {
    Facts.AddressTaken.insert(E->getConstructor()->getCanonicalDecl());
    return true;
  }

  bool VisitUsingDecl(UsingDecl *D) {
    for (const UsingShadowDecl *Shadow : D->shadows())
      if (const auto *Ctor =
              dyn_cast<CXXConstructorDecl>(Shadow->getTargetDecl()))
        Facts.AddressTaken.insert(Ctor->getCanonicalDecl());
    return true;
  }

private:
  const DenseSet<const FieldDecl *> &Fields;
  OwnershipTypes &Types;
  SmallPtrSet<const CXXRecordDecl *, 8> Holders;
  ProgramFacts Facts;

  CallFacts Calls;
  const bool IsWithPreamble = hasPreamble(SM);

  void noteTemplate(const Decl *D) {
    Facts.UsesUnreadTemplate |= IsWithPreamble && D && D->isFromASTFile() &&
                                !SM.isInSystemHeader(D->getLocation());
  }

  void mention(const FunctionDecl &Callee) {
    if (Callee.isTemplateInstantiation())
      noteTemplate(Callee.getTemplateInstantiationPattern());
    if (Function)
      Calls.addMention(*Function, Callee);
  }

  void noteMadeByLibrary(const FunctionDecl &Callee) {
    for (const CXXRecordDecl *R : classesMadeByLibrary(Callee, Types))
      Facts.MadeByLibrary.insert(R->getCanonicalDecl());
  }

  void noteUnusual(const CXXConstructExpr &E) {
    if (Facts.UnusualPointer.isInvalid() && !ownsItsObject(E, Types) &&
        any_of(Fields, [&](const FieldDecl *F) {
          return mayLeadTo(F->getType(), E.getType());
        }))
      Facts.UnusualPointer = E.getBeginLoc();
  }

  void mentionVariable(const VarDecl &Var) {
    ++Facts.Mentions[Var.getCanonicalDecl()];
  }

  bool isTarget(const FieldDecl *F) const {
    return Fields.contains(&patternOf(*F));
  }

  /// \p Where means none of the fields here.
  void noteOther(SourceLocation Where) {
    if (InInstantiation)
      Facts.OtherInInstantiation.insert(Where);
  }

  void noteWrite(const MemberExpr &E, const FieldDecl &F) {
    // A reference variable: its own uses say whether it is for writing.
    if (Path.size() > 1 && isa_and_nonnull<VarDecl>(Path[Path.size() - 2].D))
      return;
    if (isa_and_nonnull<CXXConstructorDecl>(Function) &&
        isa<CXXThisExpr>(E.getBase()->IgnoreParenImpCasts()))
      return;
    Facts.Writes.insert(&E);
    Facts.WrittenFields.insert(F.getCanonicalDecl());
    if (Function)
      Calls.addWriter(*Function);
  }

  /// A getter, perhaps: whose, its body says.
  void noteReferenceCall(const CallExpr &E, const FunctionDecl &Callee) {
    QualType T = Callee.getReturnType();
    if (!T->isLValueReferenceType() || isOfSystem(Callee))
      return;
    T = T.getNonReferenceType();
    bool IsOfField = any_of(Fields, [&](const FieldDecl *F) {
      const ASTContext &AST = F->getASTContext();
      QualType Pointee = pointeeOf(F->getType());
      return (T.isConstQualified() &&
              AST.hasSameUnqualifiedType(T, F->getType())) ||
             (!Pointee.isNull() && AST.hasSameType(T, Pointee));
    });
    if (!IsOfField)
      return;
    Use U;
    U.Kind = Use::Call;
    U.Where = E.getBeginLoc();
    U.Node = &E;
    U.Ancestors = Path;
    U.Ancestors.pop_back();
    U.Function = Function;
    U.InInstantiation = InInstantiation;
    Facts.ReferenceCalls[Callee.getCanonicalDecl()].push_back(std::move(U));
  }

  bool isOfSystem(const FunctionDecl &F) const {
    return SM.isInSystemHeader(F.getLocation());
  }

  void know(SourceLocation Loc) {
    if (Loc.isValid())
      Facts.KnownNames.insert(SM.getSpellingLoc(Loc));
  }

  void addUse(Use::KindTy Kind, const FieldDecl *F, SourceLocation Where,
              const Expr *Node, bool SkipSelf = false) {
    // Copies that the compiler writes are members of the class in their own
    // right: they stay correct.
    if (Function && (Function->isImplicit() || Function->isDefaulted()) &&
        !isComparison(*Function))
      return;
    Use U;
    U.Kind = Kind;
    U.Field = &patternOf(*F);
    U.Where = Where;
    U.Node = Node;
    U.Ancestors = Path;
    if (SkipSelf && !U.Ancestors.empty())
      U.Ancestors.pop_back();
    U.Function = Function;
    U.InInstantiation = InInstantiation;
    Facts.Uses.push_back(std::move(U));
  }

  static bool isComparison(const FunctionDecl &F) {
    return F.isOverloadedOperator() &&
           (F.getOverloadedOperator() == OO_EqualEqual ||
            F.getOverloadedOperator() == OO_Spaceship);
  }

  void refuseAllOf(QualType T, SourceLocation Where, const Expr *Node) {
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    if (!R || !Holders.count(&patternOf(*R)))
      return;
    for (const FieldDecl *F : R->fields())
      if (isTarget(F))
        addUse(Use::Other, F, Where, Node);
  }

  /// Braces that the source leaves out belong to no list of its own, so there
  /// is nothing to rewrite inside.
  void refuseElided(const InitListExpr &List) {
    for (const Expr *Init : List.inits()) {
      const auto *Inner = dyn_cast_or_null<InitListExpr>(Init);
      if (!Inner)
        continue;
      SourceLocation Brace = SM.getSpellingLoc(Inner->getLBraceLoc());
      if (Brace.isInvalid() || *SM.getCharacterData(Brace) != '{')
        refuseAllOf(Inner->getType(), List.getBeginLoc(), &List);
      refuseElided(*Inner);
    }
  }
};

} // namespace

ProgramFacts gatherFacts(ASTContext &AST,
                         const DenseSet<const FieldDecl *> &Fields,
                         OwnershipTypes &Types) {
  Gatherer G(AST, Fields, Types);
  G.TraverseDecl(AST.getTranslationUnitDecl());
  return G.take();
}

} // namespace ownership
