//===- Uses.cpp - Every place where a field is used -----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Uses.h"
#include "rewrite/AncestorVisitor.h"
#include "rewrite/CallReach.h"
#include "rewrite/Patterns.h"
#include "rewrite/PointerExpr.h"
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

/// The user's classes that the type \p T names, through pointers and
/// containers.
SmallVector<const CXXRecordDecl *, 4> classesNamedBy(QualType T) {
  SmallVector<const CXXRecordDecl *, 4> Result;
  SmallVector<QualType, 8> Work{T};
  while (!Work.empty()) {
    const CXXRecordDecl *R =
        Work.pop_back_val().getNonReferenceType()->getAsCXXRecordDecl();
    if (!R || is_contained(Result, R))
      continue;
    if (!R->isInStdNamespace())
      Result.push_back(R);
    if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(R))
      for (const TemplateArgument &A : Spec->getTemplateArgs().asArray())
        if (A.getKind() == TemplateArgument::Type)
          Work.push_back(A.getAsType());
  }
  return Result;
}

/// A pointer of type \p T may be stored into a field of type \p Field.
bool mayLeadTo(QualType Field, QualType T) {
  const auto Targets = classesNamedBy(Field), Pointees = classesNamedBy(T);
  return any_of(Targets, [&](const CXXRecordDecl *L) {
    return any_of(Pointees, [&](const CXXRecordDecl *R) {
      return L == R || (L->hasDefinition() && R->hasDefinition() &&
                        (L->isDerivedFrom(R) || R->isDerivedFrom(L)));
    });
  });
}

class Gatherer : public AncestorVisitor<Gatherer> {
  using Base = AncestorVisitor<Gatherer>;

public:
  Gatherer(ASTContext &AST, const DenseSet<const FieldDecl *> &Fields,
           OwnershipTypes &Types)
      : Base(AST.getSourceManager()), Fields(Fields), Types(Types) {
    for (const FieldDecl *F : Fields) {
      Holders.insert(cast<CXXRecordDecl>(F->getParent())->getCanonicalDecl());
    }
  }

  bool shouldVisitTemplateInstantiations() const { return true; }

  ProgramFacts take() {
    Facts.Writers = Reach.whoMayReach(std::move(Facts.Writers));
    // Destructors, and deleters, which run like them.
    std::optional<CallReach::Functions> Reached =
        HasUnknownDeleter ? std::nullopt : Reach.reachableFrom(Destructors);
    Facts.DestructorsMayReachAnything = !Reached;
    if (Reached)
      Facts.ReachableFromDestructors = std::move(*Reached);
    else
      for (const Use &U : Facts.Uses)
        if (U.Function)
          Facts.ReachableFromDestructors.insert(U.Function->getCanonicalDecl());
    return std::move(Facts);
  }

  void enterFunction(const FunctionDecl &F) {
    if (F.isDependentContext())
      return;
    // Who calls these does not always show, so everybody might.
    const auto *Method = dyn_cast<CXXMethodDecl>(&F);
    bool MayBeCalledUnseen =
        F.isOverloadedOperator() ||
        (Method &&
         (Method->isVirtual() ||
          isa<CXXConstructorDecl, CXXDestructorDecl, CXXConversionDecl>(
              Method)));
    if (MayBeCalledUnseen)
      Reach.addCalledUnseen(F);
    const auto *Destructor = dyn_cast<CXXDestructorDecl>(&F);
    if (Destructor && Destructor->isUserProvided())
      Destructors.push_back(Destructor);
  }

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
      Reach.addMention(*Function, *L->getCallOperator());
    // The instantiations of a generic lambda's body are nobody's children.
    if (FunctionTemplateDecl *Template =
            L->getCallOperator()->getDescribedFunctionTemplate())
      for (FunctionDecl *Spec : Template->specializations()) {
        Reach.addMention(*L->getCallOperator(), *Spec);
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
        if (isModification(E))
          noteWrite(*E, *F);
      } else {
        noteOther(E->getMemberLoc());
      }
    } else if (const auto *Var = dyn_cast<VarDecl>(E->getMemberDecl())) {
      mentionVariable(*Var);
    } else if (const auto *Callee =
                   dyn_cast<FunctionDecl>(E->getMemberDecl())) {
      mentionFunction(*Callee);
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
      if (isModification(E))
        Facts.Modified.insert(Var->getCanonicalDecl());
    } else if (const auto *Callee = dyn_cast<FunctionDecl>(E->getDecl())) {
      mentionFunction(*Callee);
      if (!isCallee(E))
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
    if (!Callee || takesCallable(*Callee)) {
      // A pattern's calls are known in its instantiations.
      if (Function && !Function->isDependentContext()) {
        Reach.addIndirectCall(*Function);
        noteWriter();
      }
    }
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
      noteLibraryArguments(*Callee);
    }
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    const CXXConstructorDecl *Ctor = E->getConstructor();
    const CXXRecordDecl *R = Ctor->getParent();
    mentionFunction(*Ctor);
    noteLibraryArguments(*Ctor);
    if (Types.roleOf(*R).Kind == TypeRole::SharedPointer &&
        E->getNumArgs() > 1 && !isa<CXXDefaultArgExpr>(E->getArg(1)))
      noteTwoArguments(*E);
    const auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(R);
    if (Class && Types.roleOf(*R).Kind == TypeRole::UniquePointer &&
        Class->getTemplateArgs().size() > 1 &&
        Class->getTemplateArgs()[1].getKind() == TemplateArgument::Type) {
      addDeleter(Class->getTemplateArgs()[1].getAsType());
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
  /// `shared_ptr(owner, pointer)` and `shared_ptr(pointer, deleter)`: what
  /// such a pointer owns may not be what it points to.
  void noteTwoArguments(const CXXConstructExpr &E) {
    const CXXRecordDecl *First = E.getArg(0)
                                     ->IgnoreParenImpCasts()
                                     ->getType()
                                     .getNonReferenceType()
                                     ->getAsCXXRecordDecl();
    bool IsAlias =
        First && Types.roleOf(*First).Kind == TypeRole::SharedPointer;
    if (!IsAlias)
      addDeleter(E.getArg(1)->IgnoreImplicit()->getType());
    // An alias of a part: the whole ends with its owners, whatever they hold.
    bool OwnsAnObject =
        IsAlias ? !isEmptyPointer(E.getArg(0)) &&
                      mayLeadTo(E.getArg(0)->getType(), E.getType())
                : isa<CXXNewExpr>(E.getArg(0)->IgnoreParenImpCasts());
    if (!OwnsAnObject && Facts.UnusualPointer.isInvalid() &&
        any_of(Fields, [&](const FieldDecl *F) {
          return mayLeadTo(F->getType(), E.getType());
        }))
      Facts.UnusualPointer = E.getBeginLoc();
  }

  /// \p Deleter runs like a destructor.
  void addDeleter(QualType Deleter) {
    const CXXRecordDecl *R =
        Deleter.getNonReferenceType()->getAsCXXRecordDecl();
    if (!R || !R->hasDefinition()) {
      HasUnknownDeleter = true;
      return;
    }
    if (R->isInStdNamespace())
      return;
    for (const CXXMethodDecl *M : R->getDefinition()->methods())
      if (M->getOverloadedOperator() == OO_Call)
        Destructors.push_back(M);
    HasUnknownDeleter |= R->isGenericLambda();
  }

  const DenseSet<const FieldDecl *> &Fields;
  OwnershipTypes &Types;
  SmallPtrSet<const CXXRecordDecl *, 8> Holders;
  ProgramFacts Facts;

  CallReach Reach;
  /// And deleters.
  std::vector<const FunctionDecl *> Destructors;
  bool HasUnknownDeleter = false;

  /// Calls what it is given, or is given something to call.
  bool takesCallable(const FunctionDecl &Callee) {
    const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
    if (Method && Types.roleOf(*Method->getParent()).Kind == TypeRole::Callable)
      return true;
    return SM.isInSystemHeader(Callee.getLocation()) &&
           any_of(Callee.parameters(), [](const ParmVarDecl *P) {
             QualType T = P->getType().getNonReferenceType();
             const CXXRecordDecl *R = T->getAsCXXRecordDecl();
             return T->isFunctionPointerType() || T->isMemberPointerType() ||
                    (R && R->isLambda());
           });
  }

  void mentionVariable(const VarDecl &Var) {
    ++Facts.Mentions[Var.getCanonicalDecl()];
  }

  /// A call, or something that may become one.
  void mentionFunction(const FunctionDecl &F) {
    if (!Function)
      return;
    Reach.addMention(*Function, F);
    if (SM.isInSystemHeader(F.getLocation()))
      Reach.addLibraryCall(*Function);
    else {
      const auto *Method = dyn_cast<CXXMethodDecl>(&F);
      bool NeedsNoBody = F.isImplicit() || F.isDefaulted() ||
                         F.getBuiltinID() != 0 ||
                         (Method && Method->isPureVirtual());
      if (!NeedsNoBody && !F.hasBody())
        noteWriter();
    }
  }

  /// The classes among the template arguments of a function of the standard
  /// library, or of its class, may be created by it.
  void noteLibraryArguments(const FunctionDecl &Callee) {
    if (!SM.isInSystemHeader(Callee.getLocation()))
      return;
    static constexpr llvm::StringLiteral Harmless[] = {"static_pointer_cast",
                                                       "dynamic_pointer_cast",
                                                       "const_pointer_cast",
                                                       "move",
                                                       "forward",
                                                       "get"};
    if (Callee.getIdentifier() && is_contained(Harmless, Callee.getName()))
      return;
    const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
    const auto *Class =
        Method ? dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent())
               : nullptr;
    // A pointer's class takes objects that somebody else has made.
    if (Class && isPointerClass(*Class))
      return;
    auto Note = [&](const TemplateArgumentList &Args) {
      for (const TemplateArgument &Arg : Args.asArray())
        if (Arg.getKind() == TemplateArgument::Type)
          if (const CXXRecordDecl *R =
                  Arg.getAsType().getNonReferenceType()->getAsCXXRecordDecl())
            Facts.MadeByLibrary.insert(R->getCanonicalDecl());
    };
    if (const auto *Args = Callee.getTemplateSpecializationArgs())
      Note(*Args);
    if (Class)
      Note(Class->getTemplateArgs());
  }

  bool isPointerClass(const ClassTemplateSpecializationDecl &Class) {
    switch (Types.roleOf(Class).Kind) {
    case TypeRole::SharedPointer:
    case TypeRole::UniquePointer:
    case TypeRole::WeakPointer:
      return true;
    case TypeRole::OwnsNothing: {
      // enable_shared_from_this, and the bases that libraries derive
      // their pointers from.
      StringRef Name = Class.getName();
      return Name.contains("_ptr") || Name == "enable_shared_from_this";
    }
    default:
      return false;
    }
  }

  bool isTarget(const FieldDecl *F) const {
    return Fields.contains(&patternOf(*F));
  }

  /// \p Where means none of the fields here.
  void noteOther(SourceLocation Where) {
    if (InInstantiation)
      Facts.OtherInInstantiation.insert(Where);
  }

  void noteWriter() {
    if (Function)
      Facts.Writers.insert(Function->getCanonicalDecl());
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
    noteWriter();
  }

  /// A getter, perhaps: whose, its body says.
  void noteReferenceCall(const CallExpr &E, const FunctionDecl &Callee) {
    QualType T = Callee.getReturnType();
    if (!T->isLValueReferenceType() || isOfSystem(Callee))
      return;
    T = T.getNonReferenceType();
    bool IsOfField =
        T.isConstQualified() && any_of(Fields, [&](const FieldDecl *F) {
          return F->getASTContext().hasSameUnqualifiedType(T, F->getType());
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

  /// The variable or field is not merely read: it is not const here, and nobody
  /// promises to leave it alone.
  bool isModification(const Expr *E) const {
    if (!E->isLValue() || E->getType().isConstQualified())
      return false;
    const Expr *Value = E;
    unsigned Up = 1;
    const Stmt *Parent = parentStmt(Up);
    while (isa_and_nonnull<ParenExpr, ImplicitCastExpr>(Parent)) {
      const auto *Cast = dyn_cast<ImplicitCastExpr>(Parent);
      if (Cast && (Cast->getType().isConstQualified() ||
                   Cast->getCastKind() == CK_LValueToRValue))
        return false;
      Value = cast<Expr>(Parent);
      Parent = parentStmt(++Up);
    }
    // `return v;` moves, but then v is over anyway.
    unsigned Outer = Up;
    while (isa_and_nonnull<CXXConstructExpr, ImplicitCastExpr,
                           CXXBindTemporaryExpr, ExprWithCleanups>(
        parentStmt(Outer)))
      ++Outer;
    if (isa_and_nonnull<ReturnStmt>(parentStmt(Outer)))
      return false;
    // `C{v}` copies, unless it binds a reference.
    if (const auto *List = dyn_cast_or_null<InitListExpr>(Parent)) {
      const CXXRecordDecl *R = List->getType()->getAsCXXRecordDecl();
      if (const InitListExpr *Semantic = List->getSemanticForm())
        R = Semantic->getType()->getAsCXXRecordDecl();
      return !R || !R->hasDefinition() ||
             any_of(R->fields(), [](const FieldDecl *F) {
               return F->getType()->isReferenceType();
             });
    }
    if (isa_and_nonnull<DesignatedInitExpr>(Parent))
      return false;
    if (const auto *Member = dyn_cast_or_null<MemberExpr>(Parent))
      if (const auto *Method = dyn_cast<CXXMethodDecl>(Member->getMemberDecl()))
        return !Method->isConst();
    const auto *Call = dyn_cast_or_null<CallExpr>(Parent);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (!Callee)
      return true;
    // The library's makers, and bind, copy what they are given by name.
    if (Callee->isInStdNamespace() && Callee->getIdentifier() &&
        (Callee->getName().starts_with("make_") || Callee->getName() == "bind"))
      return false;
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    bool HasObject = isa<CXXOperatorCallExpr>(Call) && Method;
    for (unsigned I = 0; I < Call->getNumArgs(); ++I) {
      if (Call->getArg(I) != Value)
        continue;
      if (HasObject && I == 0)
        return !Method->isConst();
      unsigned Param = HasObject ? I - 1 : I;
      if (Param >= Callee->getNumParams())
        return true;
      QualType T = Callee->getParamDecl(Param)->getType();
      return T->isReferenceType() &&
             !T.getNonReferenceType().isConstQualified();
    }
    return true;
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
