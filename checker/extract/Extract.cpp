//===- Extract.cpp - From an AST to a summary -----------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Four passes, the first cheap and over everything, the others over what the
// one before has left:
//
//   1. collect   every class that is declared outside system headers, and the
//                classes that these lead to: fields and hops, as pointers into
//                the AST; and every function that has a body
//   2. peel      classes that own nothing, then those that own only such, and
//                so on: they cannot lie on a cycle, whatever the functions do
//   3. summarize what is left: names, places, NOLINT comments
//   4. read      the functions' bodies, only if something is left (Bodies.cpp)
//
// Classes are found by walking declaration contexts. A function is one too, and
// lists its local classes and its lambdas' closure types, so no statement is
// visited for them. Templates contribute their instantiations; a pattern itself
// has no types to follow.
//
//===----------------------------------------------------------------------===//

#include "extract/Extract.h"
#include "LLVMCompat.h"
#include "extract/Bodies.h"
#include "extract/Nolint.h"
#include "extract/Places.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

struct RawHop {
  unsigned Target = 0;
  OwnerKind Kind = OwnerKind::Value;
  SmallVector<Step, 2> Steps;
  StringRef Weak;
};

struct RawField {
  /// The member, or else the base class, or else the target of a callable that
  /// lives on the heap.
  const FieldDecl *Decl = nullptr;
  const CXXBaseSpecifier *Base = nullptr;
  bool IsOpen = false;
  StringRef OpenWeak;
  SmallVector<Step, 2> OpenSteps;
  SmallVector<RawHop, 1> Hops;
};

struct RawRecord {
  /// The definition, or, where there is none, the canonical declaration.
  const CXXRecordDecl *Decl = nullptr;
  std::vector<RawField> Fields;
  bool IsPeeled = false;
};

//===----------------------------------------------------------------------===//
// 1. Collect
//===----------------------------------------------------------------------===//

class Collector {
public:
  Collector(ASTContext &AST, OwnershipTypes &Types)
      : SM(AST.getSourceManager()), Types(Types) {
    walkContext(AST.getTranslationUnitDecl());
    // Exploring a record appends the records that it leads to.
    for (unsigned I = 0; I < Records.size(); ++I)
      explore(I);
  }

  std::vector<RawRecord> take() { return std::move(Records); }
  std::vector<const FunctionDecl *> takeFunctions() {
    return std::move(Functions);
  }

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
    bool MayBeSystem = DC->isFileContext() || isa<LinkageSpecDecl>(DC);
    for (const Decl *D : DC->decls()) {
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

//===----------------------------------------------------------------------===//
// 2. Peel
//===----------------------------------------------------------------------===//

/// Marks the records that lie on no cycle because nothing that they own leads
/// on. A pointer may lead to any class derived from its pointee, and an open
/// field to anything. In time linear in the number of hops and bases.
void peel(std::vector<RawRecord> &Records, ExtractFor Purpose) {
  // Node I is record I itself; node N + I is what a pointer to it may lead to.
  const unsigned N = Records.size();
  std::vector<unsigned> LiveHops(2 * N, 0);
  std::vector<SmallVector<unsigned, 2>> Holders(2 * N);
  auto AddHop = [&](unsigned From, unsigned To) {
    ++LiveHops[From];
    Holders[To].push_back(From);
  };
  for (const auto &[I, R] : enumerate(Records)) {
    AddHop(N + I, I);
    bool MayLeadOn = Purpose == ExtractFor::Linking &&
                     !R.Decl->isThisDeclarationADefinition();
    for (const RawField &F : R.Fields) {
      MayLeadOn |= F.IsOpen;
      for (const RawHop &H : F.Hops) {
        if (H.Kind == OwnerKind::Weak)
          continue;
        bool IsPointer =
            H.Kind == OwnerKind::Shared || H.Kind == OwnerKind::Unique;
        AddHop(I, IsPointer ? N + H.Target : H.Target);
        if (F.Base)
          AddHop(N + H.Target, N + I);
      }
    }
    if (MayLeadOn)
      ++LiveHops[I];
    // Other translation units may derive from it.
    const CXXRecordDecl *D = R.Decl;
    if (Purpose == ExtractFor::Linking && D->isThisDeclarationADefinition() &&
        !D->isDependentContext() && D->isPolymorphic() &&
        !D->isEffectivelyFinal())
      ++LiveHops[N + I];
  }
  std::vector<unsigned> Work;
  for (unsigned I = 0; I < 2 * N; ++I)
    if (LiveHops[I] == 0)
      Work.push_back(I);
  while (!Work.empty()) {
    unsigned I = Work.back();
    Work.pop_back();
    // A class that owns nothing stays if a pointer to it may lead on.
    if (I >= N)
      Records[I - N].IsPeeled = true;
    for (unsigned Holder : Holders[I])
      if (--LiveHops[Holder] == 0)
        Work.push_back(Holder);
  }
}

//===----------------------------------------------------------------------===//
// 3. Summarize
//===----------------------------------------------------------------------===//

class Summarizer {
public:
  Summarizer(ASTContext &AST, StringRef CheckName)
      : SM(AST.getSourceManager()), Nolint(SM, CheckName),
        Policy(AST.getPrintingPolicy()), IsSource(mainFileIsSource(AST)),
        ThePlaces(SM) {
    Policy.SuppressTagKeyword = true;
    Policy.SuppressUnwrittenScope = true;
    Policy.SuppressDefaultTemplateArgs = true;
    Policy.AnonymousTagLocations = false;
  }

  Extraction run(ArrayRef<RawRecord> Raw, RecordsInSight &Known) {
    std::vector<RecordIndex> Number(Raw.size(), 0);
    unsigned Next = 0;
    for (const auto &[I, R] : enumerate(Raw))
      if (!R.IsPeeled)
        Number[I] = Next++;

    Extraction Result;
    Result.S.Records.reserve(Next);
    Result.Anchors.reserve(Next);
    for (const RawRecord &R : Raw) {
      if (R.IsPeeled)
        continue;
      Known.Records[R.Decl->getCanonicalDecl()] = Result.S.Records.size();
      Result.S.Records.push_back(record(*R.Decl));
      std::vector<FieldAnchor> &Anchors = Result.Anchors.emplace_back();
      bool IsWholeInSight = isWholeInSight(*R.Decl);
      for (const RawField &F : R.Fields) {
        OwningField Field;
        for (const RawHop &H : F.Hops)
          if (!Raw[H.Target].IsPeeled)
            Field.Hops.push_back({Number[H.Target],
                                  H.Kind,
                                  {H.Steps.begin(), H.Steps.end()},
                                  H.Weak.str()});
        Field.IsOpen = F.IsOpen;
        Field.OpenWeak = F.OpenWeak.str();
        Field.OpenSteps.assign(F.OpenSteps.begin(), F.OpenSteps.end());
        if (Field.Hops.empty() && !F.IsOpen)
          continue;
        Anchors.push_back(describe(F, Field));
        Field.StoresInSight =
            Result.S.Records.back().IsInMainFile || Field.IsCapture ||
            (IsWholeInSight && F.Decl && F.Decl->getAccess() == AS_private);
        if (F.Decl)
          Known.Fields[F.Decl] = {Result.S.Records.size() - 1,
                                  Result.S.Records.back().Fields.size()};
        Result.S.Records.back().Fields.push_back(std::move(Field));
      }
    }
    return Result;
  }

private:
  const SourceManager &SM;
  NolintIndex Nolint;
  PrintingPolicy Policy;
  bool IsSource;
  Places ThePlaces;
  static constexpr unsigned MaxNameSize = 40;
  mutable DenseMap<const CXXRecordDecl *, unsigned> Sizes;

  Record record(const CXXRecordDecl &R) {
    Record Result;
    Result.Where = ThePlaces.of(R.getLocation());
    Result.Name = scopedName(R, /*WithArguments=*/true);
    Result.Pattern = scopedName(R, /*WithArguments=*/false);
    Result.QualifiedName = qualifiedName(R);
    if (!R.getIdentifier())
      Result.QualifiedName += "::" + Result.Pattern;
    Result.Complete = R.isThisDeclarationADefinition();
    Result.IsInMainFile =
        IsSource && SM.isInMainFile(SM.getExpansionLoc(R.getLocation()));
    Result.Id = id(R, Result);
    return Result;
  }

  /// The same text in every translation unit that sees the class.
  std::string id(const CXXRecordDecl &R, const Record &Described) {
    SmallString<128> Usr;
    std::string Id = index::generateUSRForDecl(&R, Usr)
                         ? Described.QualifiedName
                         : Usr.str().str();
    // USRs tell neither unnamed classes apart nor local ones of one name.
    if (!R.getIdentifier() || R.isLocalClass())
      Id += ("@" + Twine(Described.Where.File) + ":" +
             Twine(Described.Where.Line) + ":" + Twine(Described.Where.Column))
                .str();
    return Id;
  }

  /// All that may name a private field has its body in this translation unit:
  /// members, and no friends. The members of a template that nothing has
  /// instantiated do not count as seen.
  static bool isWholeInSight(const CXXRecordDecl &R) {
    if (!R.isThisDeclarationADefinition() || R.hasFriends())
      return false;
    for (const Decl *D : R.decls()) {
      if (const auto *Inner = dyn_cast<CXXRecordDecl>(D)) {
        if (Inner->isThisDeclarationADefinition() &&
            !Inner->isInjectedClassName() && !isWholeInSight(*Inner))
          return false;
        continue;
      }
      if (isa<FunctionTemplateDecl>(D))
        return false;
      const auto *F = dyn_cast<FunctionDecl>(D);
      if (F && !F->isDeleted() && !F->isPureVirtual() && !F->isImplicit() &&
          !F->isDefaulted() && !F->hasBody())
        return false;
    }
    return true;
  }

  FieldAnchor describe(const RawField &Raw, OwningField &Field) {
    FieldAnchor Anchor;
    QualType Type;
    if (Raw.Base) {
      Field.IsBase = true;
      Field.Fixed = FixedReason::BaseClass;
      Type = Raw.Base->getType();
      Field.Name = typeName(Type.getCanonicalType());
      Anchor.Where = Raw.Base->getBeginLoc();
    } else if (!Raw.Decl) {
      Field.Name = "target";
      Field.Fixed = FixedReason::SystemHeader;
      return Anchor;
    } else {
      Anchor.Decl = Raw.Decl;
      Type = Raw.Decl->getType();
      Field.Name = Raw.Decl->getName().str();
      Anchor.Where = Raw.Decl->getLocation();
      nameCapture(*Raw.Decl, Field, Anchor);
    }
    Field.Type = typeName(Type);
    Field.Where = ThePlaces.of(Anchor.Where);
    if (SM.isInSystemHeader(Anchor.Where))
      Field.Fixed = FixedReason::SystemHeader;
    Field.Suppressed = Nolint.isSuppressed(Anchor.Where);
    return Anchor;
  }

  /// A field of a closure type takes name and place of the capture.
  void nameCapture(const FieldDecl &Decl, OwningField &Field,
                   FieldAnchor &Anchor) const {
    const auto *Closure = dyn_cast<CXXRecordDecl>(Decl.getParent());
    if (!Closure || !Closure->isLambda())
      return;
    unsigned Index = Decl.getFieldIndex();
    if (Index >= Closure->capture_size())
      return;
    const LambdaCapture &Capture = *(Closure->captures_begin() + Index);
    Field.IsCapture = true;
    Anchor.Where = Capture.getLocation();
    if (Capture.capturesVariable())
      Field.Name = Capture.getCapturedVar()->getName().str();
    else if (Capture.capturesThis())
      Field.Name = "*this";
  }

  /// How many class names the type of \p R has when written out, or any number
  /// above MaxNameSize if it has more. Aliases can make that exponential in the
  /// length of the source, so nothing may print a name before asking this.
  unsigned sizeOf(const CXXRecordDecl &R) const {
    const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(&R);
    if (!Spec)
      return 1;
    auto [It, IsNew] = Sizes.try_emplace(&R, 1);
    if (!IsNew)
      return It->second;
    unsigned Size = 1;
    for (const TemplateArgument &Arg : Spec->getTemplateArgs().asArray())
      Size += sizeOf(Arg);
    return Sizes[&R] = std::min(Size, MaxNameSize + 1);
  }
  unsigned sizeOf(const TemplateArgument &Arg) const {
    unsigned Size = 0;
    if (Arg.getKind() == TemplateArgument::Pack)
      for (const TemplateArgument &Element : Arg.pack_elements())
        Size = std::min(Size + sizeOf(Element), MaxNameSize + 1);
    else if (Arg.getKind() == TemplateArgument::Type)
      if (const CXXRecordDecl *R = Arg.getAsType()->getAsCXXRecordDecl())
        Size = sizeOf(*R);
    return Size;
  }

  /// The type's text, shortened where it would be endless.
  std::string typeName(QualType T) const {
    const CXXRecordDecl *R = T.getCanonicalType()->getAsCXXRecordDecl();
    return R && sizeOf(*R) > MaxNameSize ? R->getNameAsString() + "<...>"
                                         : T.getAsString(Policy);
  }

  /// The class's name inside its enclosing classes.
  std::string scopedName(const CXXRecordDecl &R, bool WithArguments) const {
    std::string Name;
    raw_string_ostream OS(Name);
    if (const auto *Outer = dyn_cast<CXXRecordDecl>(R.getDeclContext()))
      OS << scopedName(*Outer, WithArguments) << "::";
    if (R.isLambda())
      OS << "lambda";
    else if (R.getIdentifier())
      OS << R.getName();
    else if (const TypedefNameDecl *Typedef = R.getTypedefNameForAnonDecl())
      OS << Typedef->getName();
    else
      OS << "(unnamed " << R.getKindName() << ")";
    const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(&R);
    if (Spec && WithArguments && sizeOf(R) > MaxNameSize)
      OS << "<...>";
    else if (Spec && WithArguments)
      printTemplateArgumentList(
          OS, Spec->getTemplateArgs().asArray(), Policy,
          Spec->getSpecializedTemplate()->getTemplateParameters());
    return Name;
  }
};

} // namespace

Extraction extract(ASTContext &AST, OwnershipTypes &Types, ExtractFor Purpose,
                   StringRef CheckName) {
  Collector Collected(AST, Types);
  std::vector<RawRecord> Records = Collected.take();
  peel(Records, Purpose);
  RecordsInSight Known;
  Extraction Result = Summarizer(AST, CheckName).run(Records, Known);
  if (!Result.S.Records.empty())
    readBodies(AST, Types, Collected.takeFunctions(), Known, Result);
  if (Purpose == ExtractFor::Linking) {
    Places ThePlaces(AST.getSourceManager());
    for (SourceLocation Loc : Result.Statements)
      Result.S.Statements.push_back(ThePlaces.of(Loc));
    nameFunctions(Result);
    // USRs tell neither lambdas nor local classes apart; places do.
    for (const auto &[F, D] : zip(Result.S.Functions, Result.Functions))
      if (D->isInLocalScopeForInstantiation() ||
          D->getParentFunctionOrMethod() || F.IsCallOperator) {
        Place At = ThePlaces.of(D->getLocation());
        F.Id += ("@" + Twine(At.File) + ":" + Twine(At.Line) + ":" +
                 Twine(At.Column))
                    .str();
      }
  }
  return Result;
}

} // namespace ownership
