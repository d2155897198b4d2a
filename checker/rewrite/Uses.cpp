//===- Uses.cpp - Every place where a field is used -----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Uses.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

class Gatherer : public RecursiveASTVisitor<Gatherer> {
  using Base = RecursiveASTVisitor<Gatherer>;

public:
  Gatherer(ASTContext &AST, const DenseSet<const FieldDecl *> &Fields)
      : SM(AST.getSourceManager()), Fields(Fields) {
    for (const FieldDecl *F : Fields) {
      Holders.insert(cast<CXXRecordDecl>(F->getParent())->getCanonicalDecl());
    }
  }

  bool shouldVisitTemplateInstantiations() const { return true; }

  ProgramFacts take() {
    closeOverCalls();
    return std::move(Facts);
  }

  //===--------------------------------------------------------------------===//
  // The path from the root
  //===--------------------------------------------------------------------===//

  bool TraverseStmt(Stmt *S) {
    if (!S)
      return true;
    // A lambda's body belongs to its call operator.
    const FunctionDecl *OuterFunction = Function;
    if (!Path.empty())
      if (const auto *L = dyn_cast_or_null<LambdaExpr>(Path.back().S))
        if (L->getBody() == S)
          Function = L->getCallOperator();
    Path.push_back({S, nullptr, nullptr});
    bool Result = Base::TraverseStmt(S);
    Path.pop_back();
    Function = OuterFunction;
    return Result;
  }

  bool TraverseDecl(Decl *D) {
    if (!D)
      return true;
    // What system headers declare cannot name a user's field, except in the
    // instantiations of their templates, which never access one by name.
    if (D->getDeclContext() && D->getDeclContext()->isFileContext() &&
        SM.isInSystemHeader(D->getLocation()) && !isa<TranslationUnitDecl>(D))
      return true;
    const FunctionDecl *OuterFunction = Function;
    bool OuterInInstantiation = InInstantiation;
    if (const auto *F = dyn_cast<FunctionDecl>(D)) {
      Function = F;
      InInstantiation |= F->isTemplateInstantiation();
    } else if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(D)) {
      InInstantiation |= !Spec->isExplicitSpecialization();
    }
    Path.push_back({nullptr, D, nullptr});
    bool Result = Base::TraverseDecl(D);
    Path.pop_back();
    Function = OuterFunction;
    InInstantiation = OuterInInstantiation;
    return Result;
  }

  bool VisitLambdaExpr(LambdaExpr *L) {
    for (const LambdaCapture &Capture : L->captures())
      know(Capture.getLocation());
    return true;
  }

  bool TraverseConstructorInitializer(CXXCtorInitializer *Init) {
    if (Init->isAnyMemberInitializer() && Init->isWritten()) {
      know(Init->getMemberLocation());
      const FieldDecl *F = Init->getAnyMember();
      if (isTarget(F))
        addUse(Use::Initializer, F, Init->getMemberLocation(), Init->getInit());
    }
    Path.push_back({nullptr, nullptr, Init});
    bool Result = Base::TraverseConstructorInitializer(Init);
    Path.pop_back();
    return Result;
  }

  //===--------------------------------------------------------------------===//
  // Uses of the fields
  //===--------------------------------------------------------------------===//

  bool VisitMemberExpr(MemberExpr *E) {
    know(E->getMemberLoc());
    const auto *F = dyn_cast<FieldDecl>(E->getMemberDecl());
    if (F && isTarget(F))
      addUse(Use::Member, F, E->getMemberLoc(), E, /*SkipSelf=*/true);
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    know(E->getLocation());
    if (const auto *F = dyn_cast<FieldDecl>(E->getDecl())) {
      if (isTarget(F))
        addUse(Use::Other, F, E->getLocation(), E, /*SkipSelf=*/true);
    } else if (const auto *Var = dyn_cast<VarDecl>(E->getDecl())) {
      if (Var->hasGlobalStorage() && Function && !Var->isConstexpr() &&
          Var->getType()->isRecordType() &&
          !SM.isInSystemHeader(Var->getLocation()))
        Facts.UsesStatics.insert(Function->getCanonicalDecl());
      if (isModification(E))
        Facts.Modified.insert(Var->getCanonicalDecl());
    } else if (const auto *Callee = dyn_cast<FunctionDecl>(E->getDecl())) {
      if (!isCallee(E))
        Facts.AddressTaken.insert(Callee->getCanonicalDecl());
    }
    return true;
  }

  bool VisitInitListExpr(InitListExpr *E) {
    const InitListExpr *Semantic = E->isSemanticForm() ? E : E->getSemanticForm();
    if (!Semantic)
      return true;
    const CXXRecordDecl *R = Semantic->getType()->getAsCXXRecordDecl();
    if (!R || !Holders.count(R->getCanonicalDecl()))
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
    refuseAllOf(D->getType().getNonReferenceType(), D->getLocation(), nullptr);
    return true;
  }

  bool VisitOffsetOfExpr(OffsetOfExpr *E) {
    for (unsigned I = 0; I < E->getNumComponents(); ++I)
      if (E->getComponent(I).getKind() == OffsetOfNode::Field) {
        know(E->getComponent(I).getEndLoc());
        if (isTarget(E->getComponent(I).getField()))
          addUse(Use::Other, E->getComponent(I).getField(), E->getBeginLoc(), E);
      }
    return true;
  }

  // A dependent name means something only in an instantiation, where it is a
  // MemberExpr. A generic lambda's instantiations are not walked.
  bool VisitCXXDependentScopeMemberExpr(CXXDependentScopeMemberExpr *E) {
    know(E->getMemberLoc());
    bool InGenericLambda = any_of(Path, [](const Ancestor &A) {
      const auto *L = dyn_cast_or_null<LambdaExpr>(A.S);
      return L && L->isGenericLambda();
    });
    if (InGenericLambda)
      for (const FieldDecl *F : Fields)
        if (F->getDeclName() == E->getMember())
          addUse(Use::Other, F, E->getMemberLoc(), E);
    return true;
  }

  bool VisitNamedDecl(NamedDecl *D) {
    know(D->getLocation());
    return true;
  }

  bool VisitTypeLoc(TypeLoc TL) {
    know(TL.getBeginLoc());
    know(TL.getUnqualifiedLoc().getEndLoc());
    return true;
  }

  //===--------------------------------------------------------------------===//
  // Calls
  //===--------------------------------------------------------------------===//

  bool VisitCallExpr(CallExpr *E) {
    const FunctionDecl *Callee = E->getDirectCallee();
    if (!Callee)
      return true;
    CallSite Site = site(ArrayRef(E->getArgs(), E->getNumArgs()));
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E))
      Site.Object = Member->getImplicitObjectArgument();
    // An operator's call passes the object as its first argument.
    if (isa<CXXOperatorCallExpr>(E) && isa<CXXMethodDecl>(Callee) &&
        !Site.Arguments.empty()) {
      Site.Object = Site.Arguments.front();
      Site.Arguments.erase(Site.Arguments.begin());
    }
    if (const CXXRecordDecl *Made = classMadeBy(*Callee))
      Facts.Makes[Made->getCanonicalDecl()].push_back(Site);
    addCall(*Callee, std::move(Site));
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    addCall(*E->getConstructor(), site(ArrayRef(E->getArgs(), E->getNumArgs())));
    return true;
  }

private:
  const SourceManager &SM;
  const DenseSet<const FieldDecl *> &Fields;
  SmallPtrSet<const CXXRecordDecl *, 8> Holders;
  ProgramFacts Facts;

  std::vector<Ancestor> Path;
  const FunctionDecl *Function = nullptr;
  bool InInstantiation = false;
  /// Canonical callees by canonical caller.
  DenseMap<const FunctionDecl *, std::vector<const FunctionDecl *>> Callees;

  bool isTarget(const FieldDecl *F) const {
    return Fields.contains(F->getCanonicalDecl());
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
    U.Field = F->getCanonicalDecl();
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
    if (!R || !Holders.count(R->getCanonicalDecl()))
      return;
    for (const FieldDecl *F : R->fields())
      if (isTarget(F))
        addUse(Use::Other, F, Where, Node);
  }

  CallSite site(ArrayRef<const Expr *> Arguments) const {
    CallSite Site;
    Site.Arguments = Arguments.vec();
    Site.Caller = Function;
    return Site;
  }

  void addCall(const FunctionDecl &Callee, CallSite Site) {
    if (Function)
      Callees[Function->getCanonicalDecl()].push_back(Callee.getCanonicalDecl());
    Facts.Calls[Callee.getCanonicalDecl()].push_back(std::move(Site));
  }

  /// The class C of a call to `make_shared<C>(...)`, null for other calls.
  static const CXXRecordDecl *classMadeBy(const FunctionDecl &Callee) {
    const TemplateArgumentList *Args = Callee.getTemplateSpecializationArgs();
    if (!Args || Args->size() == 0 || !Callee.getIdentifier() ||
        Args->get(0).getKind() != TemplateArgument::Type)
      return nullptr;
    StringRef Name = Callee.getName();
    if (Name != "make_shared" && Name != "make_unique")
      return nullptr;
    return Args->get(0).getAsType()->getAsCXXRecordDecl();
  }

  const Stmt *parentStmt(unsigned Up) const {
    return Path.size() > Up ? Path[Path.size() - 1 - Up].S : nullptr;
  }

  bool isCallee(const DeclRefExpr *E) const {
    unsigned Up = 1;
    while (isa_and_nonnull<ImplicitCastExpr, ParenExpr>(parentStmt(Up)))
      ++Up;
    const auto *Call = dyn_cast_or_null<CallExpr>(parentStmt(Up));
    return Call && Call->getCallee()->IgnoreParenImpCasts() == E;
  }

  /// The variable is not merely read: it is not const here, and nobody promises
  /// to leave it alone. Functions of the standard library that take their
  /// arguments by forwarding reference only read an lvalue.
  bool isModification(const DeclRefExpr *E) const {
    if (!E->isLValue() || E->getType().isConstQualified())
      return false;
    unsigned Up = 1;
    while (isa_and_nonnull<ParenExpr>(parentStmt(Up)))
      ++Up;
    const Stmt *Parent = parentStmt(Up);
    // `return v;` moves, but then v is over anyway.
    unsigned Outer = Up;
    while (isa_and_nonnull<CXXConstructExpr, ImplicitCastExpr,
                           CXXBindTemporaryExpr, ExprWithCleanups>(
        parentStmt(Outer)))
      ++Outer;
    if (isa_and_nonnull<ReturnStmt>(parentStmt(Outer)))
      return false;
    if (const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Parent)) {
      if (Cast->getType().isConstQualified() ||
          Cast->getCastKind() == CK_LValueToRValue)
        return false;
    }
    if (isa_and_nonnull<CXXOperatorCallExpr>(Parent) &&
        cast<CXXOperatorCallExpr>(Parent)->getOperator() != OO_Equal)
      return false;
    if (const auto *Call = dyn_cast_or_null<CallExpr>(Parent)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      static constexpr llvm::StringLiteral Modifying[] = {
          "move", "swap", "exchange", "forward", "ref", "tie", "addressof"};
      if (Callee && Callee->getIdentifier() && Callee->isInStdNamespace() &&
          !is_contained(Modifying, Callee->getName()))
        return false;
    }
    if (const auto *Member = dyn_cast_or_null<MemberExpr>(Parent))
      if (const auto *Method = dyn_cast<CXXMethodDecl>(Member->getMemberDecl()))
        return !Method->isConst();
    return true;
  }

  void closeOverCalls() {
    std::vector<const FunctionDecl *> Work;
    auto Reach = [&](const FunctionDecl *F) {
      if (Facts.ReachableFromDestructors.insert(F).second)
        Work.push_back(F);
    };
    for (const auto &[Caller, Called] : Callees)
      if (isa<CXXDestructorDecl>(Caller))
        Reach(Caller);
    for (unsigned I = 0; I < Facts.Uses.size(); ++I)
      if (isa_and_nonnull<CXXDestructorDecl>(Facts.Uses[I].Function))
        Reach(Facts.Uses[I].Function->getCanonicalDecl());
    while (!Work.empty()) {
      const FunctionDecl *F = Work.back();
      Work.pop_back();
      auto It = Callees.find(F);
      if (It == Callees.end())
        continue;
      for (const FunctionDecl *Callee : It->second)
        Reach(Callee);
    }
  }
};

} // namespace

ProgramFacts gatherFacts(ASTContext &AST,
                         const DenseSet<const FieldDecl *> &Fields) {
  Gatherer G(AST, Fields);
  G.TraverseDecl(AST.getTranslationUnitDecl());
  return G.take();
}

} // namespace ownership
