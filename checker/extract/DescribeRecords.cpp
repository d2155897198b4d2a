//===- DescribeRecords.cpp - What a summary says of classes ---------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Only here do names and places become text. That is for the few records that
// may lie on a cycle: written out for all, it would cost more than all else.
//
//===----------------------------------------------------------------------===//

#include "extract/DescribeRecords.h"
#include "LLVMCompat.h"
#include "extract/Nolint.h"
#include "extract/Places.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

class Describer {
public:
  Describer(ASTContext &AST, StringRef CheckName)
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
      Id += placeSuffix(Described.Where);
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
      if (F && !F->isDeleted() && !compat::isPure(*F) && !F->isImplicit() &&
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

Extraction describeRecords(ASTContext &AST, StringRef CheckName,
                           ArrayRef<RawRecord> Records, RecordsInSight &Known) {
  return Describer(AST, CheckName).run(Records, Known);
}

} // namespace ownership
