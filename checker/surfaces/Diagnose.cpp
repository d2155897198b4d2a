//===- Diagnose.cpp - What every surface shows ----------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "surfaces/Diagnose.h"
#include "extract/Extract.h"
#include "extract/InSight.h"
#include "extract/Nolint.h"
#include "extract/UnreadReleases.h"
#include "report/RefusalWording.h"
#include "report/Report.h"
#include "rewrite/Conversion.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// Where an editor, which shows the open file only, shows \p D: at the field,
/// or else where the open file closes the cycle, or touches it. \p R is what it
/// is made of.
SourceLocation placeInOpenFile(const Diagnosis &D, const Report &R,
                               const SourceManager &SM) {
  auto IsOpen = [&](SourceLocation Where) {
    return SM.isInMainFile(SM.getExpansionLoc(Where));
  };
  if (IsOpen(D.Where))
    return D.Where;
  SourceLocation Touches;
  for (const auto &[Note, M] : zip(D.Notes, R.Notes)) {
    if (!IsOpen(Note.Where))
      continue;
    if (M.Statement != None)
      return Note.Where;
    if (Touches.isInvalid())
      Touches = Note.Where;
  }
  return Touches.isValid() ? Touches : D.Where;
}

/// Each of its cycles has a field that a body which an editor does not read may
/// empty. The compiler reads it and knows; until then silence is better.
bool isGuess(const Finding &F, const Extraction &Extracted) {
  return !F.Cycles.empty() && all_of(F.Cycles, [&](const Witness &Cycle) {
    return any_of(Cycle, [&](const WitnessHop &Hop) {
      const FieldDecl *Field = Extracted.anchor(Hop.Holder, Hop.Field).Decl;
      return Field && mayBeReleasedUnread(*Field);
    });
  });
}

} // namespace

bool Diagnosis::isFixInOneFile(const SourceManager &SM) const {
  return all_of(Hints, [&](const FixItHint &Hint) {
    return SM.isWrittenInSameFile(Hint.RemoveRange.getBegin(),
                                  Hints.front().RemoveRange.getBegin());
  });
}

std::vector<Diagnosis> diagnose(ASTContext &AST, const Preprocessor &PP,
                                const CheckSettings &Settings) {
  if (!AST.getLangOpts().CPlusPlus11)
    return {};
  OwnershipTypes Types = Settings.types();
  Extraction Extracted =
      extract(AST, Types, ExtractFor::OneTranslationUnit, CheckName);
  std::vector<JudgedCycle> Silent;
  std::vector<Finding> Findings =
      findCycles(Extracted.S, Settings.Analysis, &Silent);
  nameFunctions(Extracted);

  const SourceManager &SM = AST.getSourceManager();
  const bool IsInEditor = hasPreamble(SM);
  // Clangd drops a note that stands in a macro.
  auto Visible = [&](SourceLocation Where) {
    return IsInEditor ? SM.getFileLoc(Where) : Where;
  };
  auto Locate = [&](const Message &M) {
    return Visible(M.Statement == None
                       ? Extracted.anchor(M.At.Record, M.At.Field).Where
                       : Extracted.Statements[M.Statement]);
  };
  std::vector<Diagnosis> Result;
  auto Tell = [&](const Report &R) -> Diagnosis & {
    Diagnosis &D = Result.emplace_back();
    D.Where = Locate(R.Warning);
    D.Text = R.Warning.Text;
    for (const Message &Note : R.Notes)
      D.Notes.push_back({Locate(Note), Note.Text});
    if (IsInEditor)
      D.Where = placeInOpenFile(D, R, SM);
    return D;
  };

  // To an editor a remark is a note on the warning before it.
  if (Settings.Explain && !IsInEditor)
    for (const JudgedCycle &C : Silent)
      Tell(explain(Extracted.S, C)).IsRemark = true;
  if (IsInEditor)
    erase_if(Findings, [&](const Finding &F) { return isGuess(F, Extracted); });
  if (Findings.empty())
    return Result;

  std::vector<Conversion> Conversions =
      convertFields(AST, Extracted, Findings, Types, parseSettings(PP),
                    Settings.OwnerMayBeGone);
  for (const auto &[F, C] : zip(Findings, Conversions)) {
    Diagnosis &D = Tell(describe(Extracted.S, F));
    D.Hints = C.Hints;
    if (std::optional<Message> Note = reliesOn(Extracted.S, F);
        Note && !C.Hints.empty())
      D.Notes.push_back({Locate(*Note), Note->Text});
    if (C.Refused)
      D.Notes.push_back({Visible(C.Refused->Where), describe(*C.Refused)});
  }
  // A NOLINT at a hop was read with its field. This is for where the open file
  // shows the finding; clang-tidy would see to it, and nobody else.
  NolintIndex Nolint(SM, CheckName);
  erase_if(Result,
           [&](const Diagnosis &D) { return Nolint.isSuppressed(D.Where); });
  return Result;
}

} // namespace ownership
