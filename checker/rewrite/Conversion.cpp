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
//
// The fourth step is what makes the others complete. The AST has no #if 0, no
// macro that is never expanded and no template that is never instantiated; the
// text has them all. A token that is spelled like the field, in a file of the
// user's, and of which the AST knows nothing, may be a use.
//
//===----------------------------------------------------------------------===//

#include "rewrite/Conversion.h"
#include "analyze/SameChoice.h"
#include "rewrite/Declaration.h"
#include "rewrite/Includes.h"
#include "rewrite/OtherOwner.h"
#include "rewrite/ReadFiles.h"
#include "rewrite/StrongLocals.h"
#include "rewrite/UseForms.h"
#include "rewrite/Uses.h"
#include "clang/AST/ASTContext.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <map>

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

Conversion refused(const FieldDecl &Field, StringRef Reason,
                   SourceLocation Where, StringRef Link = "") {
  Conversion Result;
  // A capture has no name of its own.
  std::string Name = Field.getIdentifier() ? "'" + Field.getNameAsString() + "'"
                                           : "this field";
  Result.Refusal = ("no fix is offered for " + Name +
                    (Link.empty() ? ": " : ", " + Link.str()) + Reason)
                       .str();
  Result.RefusedAt = Where;
  return Result;
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
    for (FileID File : readFiles(SM)) {
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

  /// \p Declared and \p Lock are what claimDeclaration said.
  Conversion convert(const FieldDecl &Field, const Claim &Declared,
                     StringRef Lock) {
    EditMap Edits;
    add(Edits, Declared);
    // Since C++20 parentheses initialize an aggregate, and so does the library.
    const auto *Holder = cast<CXXRecordDecl>(Field.getParent());
    if (AST.getLangOpts().CPlusPlus20 && Holder->isAggregate() &&
        Facts.MadeByLibrary.contains(Holder->getCanonicalDecl()))
      return refused(Field,
                     "objects of its class may be initialized inside the "
                     "standard library",
                     Field.getLocation());
    if (Facts.UnusualPointer.isValid())
      return refused(Field,
                     "this pointer may own another object than it points to, "
                     "or none, and then a weak pointer has nothing to lock",
                     Facts.UnusualPointer);
    if (Facts.ConstCast.isValid())
      return refused(Field,
                     "a pointer that is passed as const may be reset after all",
                     Facts.ConstCast);
    OtherOwner Owner(Facts, Field, Types, isInMainFile(Field, AST));
    ArrayRef<const Use *> Uses = UsesOf[Field.getCanonicalDecl()];
    DenseSet<SourceLocation> SeenInPattern;
    for (const Use *U : Uses)
      if (!U->InInstantiation)
        SeenInPattern.insert(U->Where);
    for (const Use *Each : Uses) {
      const Use &U = *Each;
      // In an instantiation the token may mean another thing next time.
      if (U.InInstantiation && !SeenInPattern.contains(U.Where))
        return refused(Field, "it is used through a template's parameter",
                       U.Where);
      Claim C = claimUse(U, Facts, Owner, Types, Lock, &Locals);
      if (!C.Refusal.empty())
        return refused(Field, C.Refusal, C.RefusedAt);
      if (!add(Edits, C))
        return refused(Field, "one text would have to change in two ways",
                       U.Where);
    }
    SourceLocation Unknown = UnknownTokens.lookup(Field.getName());
    if (Unknown.isValid())
      return refused(Field,
                     "its name stands here, where the compiler gives it no "
                     "meaning",
                     Unknown);

    if (overlaps(Edits))
      return refused(Field, "one text would have to change in two ways",
                     Field.getLocation());

    Conversion Result;
    for (const auto &[Where, E] : Edits)
      Result.Hints.push_back(FixItHint::CreateReplacement(E.Range, E.Text));
    return Result;
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

  /// By begin, so that an instantiation and its pattern agree on one edit.
  using EditMap = std::map<SourceLocation, Edit>;

  static bool overlaps(const EditMap &Edits) {
    SourceLocation End;
    return any_of(Edits, [&](const auto &Entry) {
      bool IsInside = End.isValid() && Entry.first <= End;
      End = Entry.second.Range.getEnd();
      return IsInside;
    });
  }

  static bool add(EditMap &Edits, const Claim &C) {
    return all_of(C.Edits, [&](const Edit &E) {
      // An include that is there already.
      if (E.Range.isInvalid())
        return true;
      auto [It, IsNew] = Edits.try_emplace(E.Range.getBegin(), E);
      if (IsNew || (It->second.Text == E.Text &&
                    It->second.Range.getEnd() == E.Range.getEnd()))
        return true;
      std::optional<Edit> Both = mergeIncludes(It->second, E);
      if (Both)
        It->second = *Both;
      return Both.has_value();
    });
  }
};

/// A field that nothing before its uses forbids to convert.
struct Candidate {
  const FieldDecl *Field;
  Claim Declared;
  std::string Lock;
  Conversion *Result;
};

/// An editor applies one fix, clang-tidy all of them: both must compile.
void keepWhatCompiles(ArrayRef<Candidate> Candidates, const ASTContext &AST,
                      const ParseSettings &Settings) {
  TrialParse Trial(AST, Settings);
  std::vector<FixItHint> Together;
  auto KeepIf = [&](const Candidate &C, ArrayRef<FixItHint> Hints,
                    StringRef With) {
    std::optional<Obstacle> Bad = Trial.judge(Hints);
    if (Bad)
      *C.Result =
          refused(*C.Field, (With + Bad->Reason).str(),
                  Bad->Where.isValid() ? Bad->Where : C.Field->getLocation());
    return !Bad;
  };
  for (const Candidate &C : Candidates) {
    if (C.Result->Hints.empty() || !KeepIf(C, C.Result->Hints, "with it, "))
      continue;
    size_t Kept = Together.size();
    append_range(Together, C.Result->Hints);
    if (Kept && !KeepIf(C, Together, "together with the other fixes, "))
      Together.resize(Kept, FixItHint());
  }
}

} // namespace

std::vector<Conversion> convertFields(ASTContext &AST,
                                      const Extraction &Extracted,
                                      ArrayRef<Finding> Findings,
                                      OwnershipTypes &Types,
                                      const ParseSettings &Settings) {
  std::vector<Conversion> Result(Findings.size());
  // What the declaration forbids needs no look at the program.
  std::vector<Candidate> Candidates;
  DenseSet<const FieldDecl *> Fields;
  for (const auto &[F, R] : zip(Findings, Result)) {
    const FieldDecl *Field =
        F.advisesWeak() ? Extracted.anchor(F.Field.Record, F.Field.Field).Decl
                        : nullptr;
    if (!Field)
      continue;
    Candidate C{Field, {}, "", &R};
    C.Declared = claimDeclaration(*Field, AST, Types, C.Lock);
    // Edits in a program that does not compile are guesses.
    if (AST.getDiagnostics().hasUncompilableErrorOccurred()) {
      R = refused(*Field, "the file does not compile", Field->getLocation());
    } else if (!C.Declared.Refusal.empty()) {
      R = refused(*Field, C.Declared.Refusal, C.Declared.RefusedAt, "which ");
    } else if (std::string Missing = usesOutOfSight(*Field, AST);
               !Missing.empty()) {
      R = refused(*Field, Missing, Field->getLocation(), "which ");
    } else if (std::optional<FieldRef> Rival = findRival(Extracted.S, F);
               Rival && !isInMainFile(*Field, AST)) {
      R = refused(*Field,
                  "files that are not in sight may show that '" +
                      Extracted.S.fieldName(Rival->Record, Rival->Field) +
                      "' should be weak instead",
                  Field->getLocation());
    } else {
      Candidates.push_back(std::move(C));
      Fields.insert(Field->getCanonicalDecl());
    }
  }
  if (Candidates.empty())
    return Result;

  ProgramFacts Facts = gatherFacts(AST, Fields, Types);
  Converter Converter(AST, Facts, Types);
  Converter.findUnknownTokens(Fields);
  for (const Candidate &C : Candidates)
    *C.Result = Converter.convert(*C.Field, C.Declared, C.Lock);
  keepWhatCompiles(Candidates, AST, Settings);
  return Result;
}

} // namespace ownership
