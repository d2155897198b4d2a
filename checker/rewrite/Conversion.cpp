//===- Conversion.cpp - Making a field weak -------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Claim all or nothing:
//
//   1. the declaration can become weak           (Declaration.h)
//   2. every use is in sight                     (Declaration.h)
//   3. a form claims every use                   (UseForms.h)
//   4. every token with the field's name is known to the AST
//   5. the converted program compiles           (TrialParse.h)
//   6. what the fix is to stop is stopped       (Offers.h)
//
// The fourth step is what makes the others complete. The AST has no #if 0, no
// macro that is never expanded and no template that is never instantiated; the
// text has them all. A token that is spelled like the field, in a file of the
// user's, and of which the AST knows nothing, may be a use. What a preamble
// brings stands before the field and cannot name it, except in a template; so
// it is looked through only if this file uses one.
//
// A template's field is used in the pattern, where types are unknown, and in
// the instantiations, where a form can claim the use. They stand on the same
// tokens, so all instantiations must want the same edits, and every token of
// the pattern must be claimed in one of them.
//
//===----------------------------------------------------------------------===//

#include "rewrite/Conversion.h"
#include "analyze/SameChoice.h"
#include "extract/InSight.h"
#include "rewrite/Captures.h"
#include "rewrite/ContainerForms.h"
#include "rewrite/Declaration.h"
#include "rewrite/Includes.h"
#include "rewrite/KeptForOthers.h"
#include "rewrite/Offers.h"
#include "rewrite/Patterns.h"
#include "rewrite/PointerExpr.h"
#include "rewrite/ReadFiles.h"
#include "rewrite/StrongLocals.h"
#include "rewrite/UseForms.h"
#include "rewrite/Uses.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <map>

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

Conversion refused(const FieldDecl &Field, Refusal Why) {
  Why.Of = Field.getNameAsString();
  Conversion Result;
  Result.Refused = std::move(Why);
  return Result;
}

/// By begin, so that an instantiation and its pattern agree on one edit.
using EditMap = std::map<SourceLocation, Edit>;

bool add(EditMap &Edits, const Claim &C) {
  return all_of(C.Edits, [&](const Edit &E) {
    // An include that is there already.
    if (E.Range.isInvalid())
      return true;
    auto [It, IsNew] = Edits.try_emplace(E.Range.getBegin(), E);
    if (IsNew || It->second == E)
      return true;
    std::optional<Edit> Both = mergeIncludes(It->second, E);
    if (Both)
      It->second = *Both;
    return Both.has_value();
  });
}

/// Where one edit begins inside another.
SourceLocation overlapIn(const EditMap &Edits) {
  SourceLocation End;
  for (const auto &[Begin, E] : Edits) {
    if (End.isValid() && Begin <= End)
      return Begin;
    End = E.Range.getEnd();
  }
  return SourceLocation();
}

/// \p U stands in an argument of a specialization, or in an alias: code that is
/// never run, and asks for a type or whether there is one.
bool isAskedForType(const Use &U) {
  for (const Ancestor &A : reverse(U.Ancestors))
    if (A.D)
      return isa<CXXRecordDecl, TypedefNameDecl>(A.D);
  return !U.Function;
}

class Converter {
public:
  Converter(ASTContext &AST, const ProgramFacts &Facts, OwnershipTypes &Types)
      : AST(AST), SM(AST.getSourceManager()), Facts(Facts), Types(Types),
        Locals(AST) {
    for (const Use &U : Facts.Uses)
      UsesOf[U.Field].push_back(&U);
  }

  /// Looks once through the text for tokens with the names of \p Fields.
  void findUnknownTokens(const DenseSet<const FieldDecl *> &Fields) {
    StringSet<> Names;
    for (const FieldDecl *F : Fields)
      Names.insert(F->getName());
    for (FileID File :
         readFiles(SM, hasPreamble(SM) && !Facts.UsesUnreadTemplate
                           ? FilesOf::ThisParse
                           : FilesOf::TranslationUnit)) {
      SourceLocation Start = SM.getLocForStartOfFile(File);
      if (SM.isInSystemHeader(Start))
        continue;
      bool IsInvalid = false;
      StringRef Text = SM.getBufferData(File, &IsInvalid);
      if (IsInvalid)
        continue;
      Lexer Lex(Start, AST.getLangOpts(), Text.begin(), Text.begin(),
                Text.end());
      Token T;
      bool AtEnd = false;
      while (!AtEnd) {
        AtEnd = Lex.LexFromRawLexer(T);
        if (T.is(tok::raw_identifier) && Names.contains(T.getRawIdentifier()) &&
            !Facts.KnownNames.contains(T.getLocation()))
          UnknownTokens.try_emplace(T.getRawIdentifier(), T.getLocation());
      }
    }
  }

  /// Claims the uses of \p Field into \p Edits. \p Shape is what
  /// claimDeclaration said.
  Conversion claimUses(const FieldDecl &Field, const FieldShape &Shape,
                       EditMap &Edits) {
    // Since C++20 parentheses initialize an aggregate, and so does the library.
    const auto *Holder = cast<CXXRecordDecl>(Field.getParent());
    bool IsMadeByLibrary =
        any_of(Facts.MadeByLibrary, [&](const CXXRecordDecl *Made) {
          return &patternOf(*Made) == Holder->getCanonicalDecl();
        });
    if (AST.getLangOpts().CPlusPlus20 && Holder->isAggregate() &&
        IsMadeByLibrary)
      return refused(Field, {Refusal::MadeByLibrary, Field.getLocation()});
    if (Facts.UnusualPointer.isValid())
      return refused(Field, {Refusal::UnusualPointer, Facts.UnusualPointer});
    if (Facts.ConstCast.isValid())
      return refused(Field, {Refusal::ConstCast, Facts.ConstCast});
    ContainerForms Containers(AST, Facts, Types, Shape,
                              isInMainFile(Field, AST));
    ArrayRef<const Use *> Uses = UsesOf[Field.getCanonicalDecl()];
    DenseSet<SourceLocation> SeenInPattern;
    for (const Use *U : Uses)
      if (!U->InInstantiation)
        SeenInPattern.insert(U->Where);
    /// What was claimed for each token.
    std::map<SourceLocation, SmallVector<Edit, 1>> Claimed;
    SmallVector<const Use *, 8> OfPattern;
    for (const Use *Each : Uses) {
      const Use &U = *Each;
      // In an instantiation the token may mean another thing next time.
      if (U.InInstantiation && (!SeenInPattern.contains(U.Where) ||
                                Facts.OtherInInstantiation.contains(U.Where)))
        return refused(Field, {Refusal::DependentUse, U.Where});
      // What a pattern's loop variable is used for shows in instantiations. So
      // does whether a dependent name means the field, if all of them are here.
      bool WaitsForInstance =
          Shape.IsInTemplate || (!Shape.IsPlain && U.Kind != Use::Other) ||
          (isa_and_nonnull<CXXDependentScopeMemberExpr>(U.Node) &&
           SM.isInMainFile(U.Where) && isInMainFile(Field, AST));
      if (WaitsForInstance && isInPattern(U)) {
        OfPattern.push_back(&U);
        continue;
      }
      Claim C = Shape.IsPlain
                    ? claimUse(U, Facts, Types, Shape.Pointer->Lock, &Locals)
                    : Containers.claim(U);
      if (C.Refused)
        return refused(Field, *C.Refused);
      auto [Before, IsNew] = Claimed.try_emplace(U.Where, C.Edits);
      if (!add(Edits, C) || (!IsNew && Before->second != C.Edits))
        return refused(Field, {Refusal::OverlappingEdits, U.Where});
    }
    for (const Use *U : OfPattern)
      if (!Claimed.count(U->Where) &&
          !Facts.OtherInInstantiation.contains(U->Where))
        return refused(Field,
                       {isAskedForType(*U) ? Refusal::TypeNamed
                                           : Refusal::TemplateNotInstantiated,
                        U->Where});
    if (std::optional<Refusal> Kept = keptForOthers(Field, Uses, Types))
      return refused(Field, *Kept);
    if (Claim C = Containers.finish(); C.Refused)
      return refused(Field, *C.Refused);
    else if (!add(Edits, C))
      return refused(Field, {Refusal::OverlappingEdits, Field.getLocation()});
    SourceLocation Unknown = UnknownTokens.lookup(Field.getName());
    if (Unknown.isValid())
      return refused(Field,
                     {hasPreamble(SM) && SM.isLoadedSourceLocation(Unknown)
                          ? Refusal::BodyNotRead
                          : Refusal::InactiveCode,
                      Unknown});
    return Conversion();
  }

private:
  ASTContext &AST;
  const SourceManager &SM;
  const ProgramFacts &Facts;
  OwnershipTypes &Types;
  StrongLocals Locals;
  DenseMap<const FieldDecl *, std::vector<const Use *>> UsesOf;
  /// The first token of each name that the AST does not know.
  StringMap<SourceLocation> UnknownTokens;
};

/// A field that nothing before its uses forbids to convert.
struct Candidate {
  const FieldDecl *Field;
  FieldShape Shape;
  Conversion *Result;
  EditMap Uses;
};

bool areDeclaredTogether(const FieldDecl &A, const FieldDecl &B) {
  return A.getParent() == B.getParent() &&
         A.getTypeSpecStartLoc() == B.getTypeSpecStartLoc();
}

/// The conversion of fields that are declared together, or of one.
Conversion convert(ArrayRef<const Candidate *> Fields, const ASTContext &AST,
                   OwnershipTypes &Types) {
  SmallVector<const FieldDecl *, 4> Weak;
  for (const Candidate *C : Fields)
    Weak.push_back(C->Field);
  EditMap Edits;
  for (const Candidate *C : Fields) {
    FieldShape Shape;
    Claim Declared = claimDeclaration(*C->Field, Weak, AST, Types, Shape);
    if (Declared.Refused)
      return refused(*C->Field, *Declared.Refused);
    if (!add(Edits, Declared))
      return refused(*C->Field,
                     {Refusal::OverlappingEdits, C->Field->getLocation()});
    for (const auto &[Where, E] : C->Uses)
      if (!add(Edits, Claim{{E}, {}}))
        return refused(*C->Field, {Refusal::OverlappingEdits, Where});
  }
  if (SourceLocation Where = overlapIn(Edits); Where.isValid())
    return refused(*Weak.front(), {Refusal::OverlappingEdits, Where});
  Conversion Result;
  const SourceManager &SM = AST.getSourceManager();
  for (const auto &[Where, E] : Edits) {
    if (hasPreamble(SM) && !SM.isInMainFile(Where))
      return refused(*Weak.front(), {Refusal::NotInOpenFile, Where});
    Result.Hints.push_back(FixItHint::CreateReplacement(E.Range, E.Text));
  }
  return Result;
}

} // namespace

std::vector<Conversion>
convertFields(ASTContext &AST, const Extraction &Extracted,
              ArrayRef<Finding> Findings, OwnershipTypes &Types,
              const ParseSettings &Settings, bool OwnerMayBeGone) {
  std::vector<Conversion> Result(Findings.size());
  // What the declaration forbids needs no look at the program.
  std::vector<Candidate> Candidates;
  SmallVector<const FieldDecl *, 8> Advised;
  for (const Finding &F : Findings)
    if (const FieldDecl *Field =
            F.advisesWeak()
                ? Extracted.anchor(F.Field.Record, F.Field.Field).Decl
                : nullptr)
      Advised.push_back(&patternOf(*Field));
  DenseSet<const FieldDecl *> Fields;
  // A capture has no declaration, and all its uses are in one expression.
  std::vector<CaptureRequest> Captures;
  std::vector<Conversion *> CaptureResults;
  const bool IsBroken = AST.getDiagnostics().hasUncompilableErrorOccurred();
  // Edits in a program that does not compile are guesses.
  const auto NoFixAtAll =
      IsBroken ? Refusal::FileDoesNotCompile : Refusal::ProgramTooLarge;
  for (const auto &[F, R] : zip(Findings, Result)) {
    if (!F.advisesWeak())
      continue;
    const FieldAnchor &Anchor = Extracted.anchor(F.Field.Record, F.Field.Field);
    const OwningField &Owning =
        Extracted.S.field(F.Field.Record, F.Field.Field);
    const FieldDecl *Field = Anchor.Decl;
    if (Owning.IsCapture) {
      CaptureRequest Capture{Field, Anchor.Where, Owning.Name};
      if (IsBroken || F.Others.IsIncomplete) {
        R = refused(Capture, {NoFixAtAll, Anchor.Where});
        continue;
      }
      Captures.push_back(std::move(Capture));
      CaptureResults.push_back(&R);
      continue;
    }
    if (!Field)
      continue;
    Field = &patternOf(*Field);
    Candidate C{Field, {}, &R, {}};
    Claim Declared = claimDeclaration(*Field, Advised, AST, Types, C.Shape);
    if (IsBroken || F.Others.IsIncomplete) {
      R = refused(*Field, {NoFixAtAll, Field->getLocation()});
    } else if (Declared.Refused) {
      R = refused(*Field, *Declared.Refused);
    } else if (std::optional<Refusal> Missing = usesOutOfSight(*Field, AST)) {
      R = refused(*Field, *Missing);
    } else if (std::optional<FieldRef> Rival = findRival(Extracted.S, F);
               Rival && !isInMainFile(*Field, AST)) {
      R = refused(*Field, {Refusal::OtherFieldMayBeWeak,
                           Extracted.S.fieldName(Rival->Record, Rival->Field),
                           Field->getLocation()});
    } else {
      Candidates.push_back(std::move(C));
      Fields.insert(Field->getCanonicalDecl());
    }
  }
  if (Candidates.empty() && Captures.empty())
    return Result;

  DenseSet<const FieldDecl *> FieldsAndCaptures = Fields;
  for (const CaptureRequest &C : Captures)
    if (C.Field)
      FieldsAndCaptures.insert(C.Field->getCanonicalDecl());
  ProgramFacts Facts = gatherFacts(AST, FieldsAndCaptures, Types);
  Facts.OwnerMayBeGone = OwnerMayBeGone;
  Converter Converter(AST, Facts, Types);
  Converter.findUnknownTokens(Fields);
  for (Candidate &C : Candidates)
    *C.Result = Converter.claimUses(*C.Field, C.Shape, C.Uses);
  erase_if(Candidates,
           [](const Candidate &C) { return C.Result->Refused.has_value(); });
  std::vector<CaptureConversion> Converted =
      convertCaptures(AST, Facts, Types, Captures);

  std::vector<Offer> Offers;
  DenseSet<const Candidate *> Offering;
  for (const Candidate &First : Candidates) {
    if (Offering.contains(&First))
      continue;
    Offer O;
    std::vector<const Candidate *> Unit;
    for (const Candidate &C : Candidates) {
      if (!areDeclaredTogether(*First.Field, *C.Field))
        continue;
      Offering.insert(&C);
      Unit.push_back(&C);
      O.Members.push_back(
          {C.Field->getNameAsString(), C.Result, C.Field->getLocation(),
           [&C](Refusal Why) { return refused(*C.Field, std::move(Why)); }});
    }
    O.Build = [&, Unit = std::move(Unit)](ArrayRef<unsigned> Of) {
      SmallVector<const Candidate *, 4> Fields;
      for (unsigned I : Of)
        Fields.push_back(Unit[I]);
      return convert(Fields, AST, Types);
    };
    Offers.push_back(std::move(O));
  }
  for (const CaptureConversion &C : Converted) {
    Offer O;
    for (unsigned I : C.Of)
      O.Members.push_back({Captures[I].Name, CaptureResults[I],
                           Captures[I].Where,
                           [&Request = Captures[I]](Refusal Why) {
                             return refused(Request, std::move(Why));
                           }});
    O.Build = [&C](ArrayRef<unsigned>) { return C.Result; };
    Offers.push_back(std::move(O));
  }
  keepWhatCompiles(Offers, AST, Settings);
  holdBackHalves(Offers, Result, Findings, Extracted);
  return Result;
}

} // namespace ownership
