//===- CollectRecords.cpp - Which classes own which -----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Classes are found by walking declaration contexts. A function is one too, and
// lists its local classes and its lambdas' closure types, so no statement is
// visited for them. Templates contribute their instantiations; a pattern itself
// has no types to follow.
//
// With a preamble the walk does not come to what headers declare (InSight.h).
// Their classes are found from the other side: by the fields and bases that
// lead there, as always, and by the types in the bodies that were parsed. Such
// a class is then walked itself, for what its use in this file made the
// compiler add to it.
//
// What a field owns is read off its type, from the outside in: each pointer or
// container on the way is a step, and the class behind them the hop's target.
//
//===----------------------------------------------------------------------===//

#include "extract/CollectRecords.h"
#include "extract/InSight.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

class Collector {
public:
  Collector(ASTContext &AST, OwnershipTypes &Types)
      : SM(AST.getSourceManager()), Types(Types) {
    walk(declsInSight(AST), /*MayBeSystem=*/true);
    if (hasPreamble(SM))
      // Grows with the classes that are found.
      for (unsigned I = 0; I < Functions.size(); ++I)
        walkTypesOf(Functions[I]);
    // Exploring a record appends the records that it leads to.
    for (unsigned I = 0; I < Records.size(); ++I)
      explore(I);
  }

  Declared take() { return {std::move(Records), std::move(Functions)}; }

private:
  const SourceManager &SM;
  OwnershipTypes &Types;
  std::vector<RawRecord> Records;
  std::vector<const FunctionDecl *> Functions;
  DenseMap<const CXXRecordDecl *, unsigned> Index;

  unsigned indexOf(const CXXRecordDecl *R) {
    auto [It, IsNew] = Index.try_emplace(R->getCanonicalDecl(), Records.size());
    if (IsNew) {
      const CXXRecordDecl *Definition = R->getDefinition();
      Records.emplace_back();
      Records.back().Decl = Definition ? Definition : R->getCanonicalDecl();
    }
    return It->second;
  }

  void walkContext(const DeclContext *DC) {
    walk(DC->decls(), DC->isFileContext() || isa<LinkageSpecDecl>(DC));
  }

  template <typename DeclsT> void walk(const DeclsT &Decls, bool MayBeSystem) {
    for (const Decl *D : Decls) {
      if (MayBeSystem && SM.isInSystemHeader(D->getLocation()))
        continue;
      walkDecl(D);
    }
  }

  void walkDecl(const Decl *D) {
    if (const auto *Friend = dyn_cast<FriendDecl>(D)) {
      if (const NamedDecl *Named = Friend->getFriendDecl())
        walkDecl(Named);
      return;
    }
    if (const auto *Template = dyn_cast<ClassTemplateDecl>(D)) {
      if (Template->isCanonicalDecl())
        for (const ClassTemplateSpecializationDecl *Spec :
             Template->specializations())
          walkDecl(Spec);
      return;
    }
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D)) {
      if (Template->isCanonicalDecl())
        for (const FunctionDecl *Spec : Template->specializations())
          walkDecl(Spec);
      return;
    }
    if (const auto *R = dyn_cast<CXXRecordDecl>(D)) {
      if (R->isThisDeclarationADefinition() && !R->isDependentContext() &&
          !R->isInjectedClassName()) {
        Walked.insert(R);
        // An anonymous union has no name of its own, and is reached through
        // the field that has its type.
        if (R->getIdentifier() || R->getTypedefNameForAnonDecl() ||
            (R->isLambda() && !R->field_empty()))
          indexOf(R);
        walkContext(R);
      }
      return;
    }
    if (const auto *F = dyn_cast<FunctionDecl>(D)) {
      if (F->doesThisDeclarationHaveABody() && !F->isDependentContext()) {
        if (F->getBody())
          Functions.push_back(F);
        walkContext(F);
      }
      return;
    }
    if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D))
      walkContext(cast<DeclContext>(D));
  }

  //===--------------------------------------------------------------------===//
  // What bodies lead to
  //===--------------------------------------------------------------------===//

  DenseSet<const Type *> TypesOfBodies;
  /// The definitions that were walked, those of no interest too.
  DenseSet<const CXXRecordDecl *> Walked;

  void walkTypesOf(const FunctionDecl *F) {
    if (const auto *Method = dyn_cast<CXXMethodDecl>(F))
      walkClass(Method->getParent());
    for (const ParmVarDecl *Param : F->parameters())
      walkTypeOf(Param->getType());
    SmallVector<const Stmt *, 32> Work{F->getBody()};
    if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
      for (const CXXCtorInitializer *Init : Ctor->inits())
        Work.push_back(Init->getInit());
    while (!Work.empty()) {
      const Stmt *S = Work.pop_back_val();
      if (!S)
        continue;
      if (const auto *E = dyn_cast<Expr>(S))
        walkTypeOf(E->getType());
      Work.append(S->child_begin(), S->child_end());
    }
  }

  void walkTypeOf(QualType T) {
    while (!T.isNull()) {
      T = T.getCanonicalType().getUnqualifiedType();
      if (const auto *Array = dyn_cast<ArrayType>(T))
        T = Array->getElementType();
      else if (!T->isReferenceType() && !T->isAnyPointerType())
        break;
      else
        T = T->getPointeeType();
    }
    const CXXRecordDecl *R = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
    if (!R || !TypesOfBodies.insert(T.getTypePtr()).second)
      return;
    walkClass(R);
    if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(R))
      for (const TemplateArgument &Arg : Spec->getTemplateArgs().asArray())
        if (Arg.getKind() == TemplateArgument::Type)
          walkTypeOf(Arg.getAsType());
  }

  /// A class of the user's, from wherever it comes.
  void walkClass(const CXXRecordDecl *R) {
    R = R->getDefinition();
    if (R && !SM.isInSystemHeader(R->getLocation()) && !Walked.contains(R))
      walkDecl(R);
  }

  //===--------------------------------------------------------------------===//
  // What fields own
  //===--------------------------------------------------------------------===//

  void explore(unsigned I) {
    const CXXRecordDecl *R = Records[I].Decl;
    if (!R->isThisDeclarationADefinition() || R->isDependentContext() ||
        R->isBeingDefined())
      return;
    // Collected apart: what is found may make Records grow.
    std::vector<RawField> Fields;
    if (Types.roleOf(*R).Kind == TypeRole::Callable) {
      RawField Target;
      Target.IsOpen = true;
      Fields.push_back(std::move(Target));
      Records[I].Fields = std::move(Fields);
      return;
    }
    for (const CXXBaseSpecifier &Base : R->bases()) {
      RawField F;
      F.Base = &Base;
      add(Fields, std::move(F), Base.getType());
    }
    exploreFields(R, Fields);
    Records[I].Fields = std::move(Fields);
  }

  void exploreFields(const CXXRecordDecl *R, std::vector<RawField> &Fields) {
    // A field is looked at even if it is invalid: after a fatal error every
    // field is whose type would have to be instantiated, and its type says
    // enough.
    for (const FieldDecl *Field : R->fields()) {
      // The members of an anonymous struct or union are the holder's own.
      if (Field->isAnonymousStructOrUnion()) {
        if (const CXXRecordDecl *Inner = Field->getType()->getAsCXXRecordDecl())
          exploreFields(Inner, Fields);
        continue;
      }
      RawField F;
      F.Decl = Field;
      add(Fields, std::move(F), Field->getType());
    }
  }

  void add(std::vector<RawField> &Fields, RawField F, QualType T) {
    SmallVector<Step, 4> Steps;
    TypeWalk Walk{F, Steps, {}};
    walkType(T, OwnerKind::Value, StringRef(), Walk);
    if (!F.Hops.empty() || F.IsOpen)
      Fields.push_back(std::move(F));
  }

  struct TypeWalk {
    RawField &F;
    SmallVectorImpl<Step> &Steps;
    /// Types that were met already under this kind. Aliases can make a type of
    /// a few lines that is exponential when written out; each part of it is
    /// walked once.
    SmallDenseSet<std::pair<const Type *, unsigned>, 8> Seen;
  };

  void walkType(QualType T, OwnerKind Kind, StringRef Weak, TypeWalk &Walk) {
    if (T.isNull())
      return;
    const Type *Canonical = T.getCanonicalType().getTypePtr();
    if (const auto *Array = dyn_cast<ArrayType>(Canonical)) {
      Walk.Steps.push_back({Step::Array, "", "element"});
      walkType(Array->getElementType(), Kind, Weak, Walk);
      Walk.Steps.pop_back();
      return;
    }
    if (const auto *Atomic = dyn_cast<AtomicType>(Canonical)) {
      walkType(Atomic->getValueType(), Kind, Weak, Walk);
      return;
    }
    if (Canonical->isVoidType() && Kind == OwnerKind::Shared) {
      Walk.F.IsOpen = true;
      Walk.F.OpenWeak = Weak;
      Walk.F.OpenSteps.assign(Walk.Steps.begin(), Walk.Steps.end());
    }
    const CXXRecordDecl *R = Canonical->getAsCXXRecordDecl();
    if (!R || !Walk.Seen.insert({Canonical, unsigned(Kind)}).second)
      return;

    const TypeRole &Role = Types.roleOf(*R);
    switch (Role.Kind) {
    case TypeRole::OwnsNothing:
      return;
    case TypeRole::WeakPointer:
      addWeakHop(*R, Walk);
      return;
    case TypeRole::Record:
      addHop(indexOf(R), Kind, Weak, Walk);
      return;
    case TypeRole::Callable:
      // What it owns is what its target captured, which no type tells. On the
      // heap it is an object of its own.
      if (Kind == OwnerKind::Shared || Kind == OwnerKind::Unique)
        addHop(indexOf(R), Kind, Weak, Walk);
      else {
        Walk.F.IsOpen = true;
        Walk.F.OpenSteps.assign(Walk.Steps.begin(), Walk.Steps.end());
      }
      return;
    case TypeRole::SharedPointer:
      Walk.F.IsOpen |= isAliased(*R);
      walkArguments(*R, Role, Step::Shared, OwnerKind::Shared, Role.Weak, Walk);
      return;
    case TypeRole::UniquePointer:
      walkArguments(*R, Role, Step::Unique, std::max(Kind, OwnerKind::Unique),
                    Weak, Walk);
      return;
    case TypeRole::Container:
      walkArguments(*R, Role, Step::Container, Kind, Weak, Walk);
      return;
    }
  }

  /// Somewhere a pointer of this type is made that owns one object and points
  /// to another, so its pointee's type does not tell what it keeps alive. The
  /// constructor is a template, instantiated only where it is a candidate.
  static bool isAliased(const CXXRecordDecl &Pointer) {
    for (const Decl *D : Pointer.decls()) {
      const auto *Template = dyn_cast<FunctionTemplateDecl>(D);
      if (!Template || !isa<CXXConstructorDecl>(Template->getTemplatedDecl()))
        continue;
      for (const FunctionDecl *Spec : Template->specializations())
        if (Spec->getNumParams() == 2 && Spec->isUsed() &&
            Spec->getParamDecl(1)->getType()->isPointerType() &&
            Spec->getParamDecl(0)->getType()->isReferenceType())
          return true;
    }
    return false;
  }

  static void addHop(unsigned Target, OwnerKind Kind, StringRef Weak,
                     TypeWalk &Walk) {
    RawHop H;
    H.Target = Target;
    H.Kind = Kind;
    H.Steps.append(Walk.Steps.begin(), Walk.Steps.end());
    H.Weak = Weak;
    Walk.F.Hops.push_back(std::move(H));
  }

  void addWeakHop(const CXXRecordDecl &Pointer, TypeWalk &Walk) {
    const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(&Pointer);
    if (!Spec || Spec->getTemplateArgs().size() == 0 ||
        Spec->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
      return;
    const CXXRecordDecl *R =
        Spec->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
    if (R && Types.roleOf(*R).Kind == TypeRole::Record)
      addHop(indexOf(R), OwnerKind::Weak, "", Walk);
  }

  void walkArguments(const CXXRecordDecl &R, const TypeRole &Role,
                     Step::KindTy Kind, OwnerKind Owner, StringRef Weak,
                     TypeWalk &Walk) {
    const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(&R);
    if (!Spec)
      return;
    unsigned Position = 0;
    for (const TemplateArgument &Arg : Spec->getTemplateArgs().asArray())
      walkArgument(Arg, Role, Kind, Owner, Weak, Position, Walk);
  }

  void walkArgument(const TemplateArgument &Arg, const TypeRole &Role,
                    Step::KindTy Kind, OwnerKind Owner, StringRef Weak,
                    unsigned &Position, TypeWalk &Walk) {
    if (Arg.getKind() == TemplateArgument::Pack) {
      for (const TemplateArgument &Element : Arg.pack_elements())
        walkArgument(Element, Role, Kind, Owner, Weak, Position, Walk);
      return;
    }
    if (Arg.getKind() != TemplateArgument::Type)
      return;
    Step S{Kind, Role.Name, ""};
    if (Kind == Step::Container)
      S.Part = partOfContainer(Role.Name, Position, Role.IsConfigured).str();
    // Behind a pointer's pointee come its policies, like a deleter: those are
    // held by value.
    else if (Position > 0) {
      S = {Step::Container, Role.Name,
           Kind == Step::Unique ? "deleter" : "policy"};
      Owner = OwnerKind::Value;
      Weak = "";
    }
    ++Position;
    Walk.Steps.push_back(std::move(S));
    walkType(Arg.getAsType(), Owner, Weak, Walk);
    Walk.Steps.pop_back();
  }
};

} // namespace

Declared collectRecords(ASTContext &AST, OwnershipTypes &Types) {
  return Collector(AST, Types).take();
}

} // namespace ownership
