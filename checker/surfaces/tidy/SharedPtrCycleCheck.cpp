//===- SharedPtrCycleCheck.cpp - The core as a clang-tidy check -----------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "surfaces/tidy/SharedPtrCycleCheck.h"
#include "report/RefusalWording.h"
#include "report/Report.h"
#include "rewrite/Conversion.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace clang::tidy;
using namespace llvm;

namespace clang::tidy {
template <> struct OptionEnumMapping<ownership::Verdict> {
  static ArrayRef<std::pair<ownership::Verdict, StringRef>> getEnumMapping() {
    using ownership::Verdict;
    static constexpr std::pair<Verdict, StringRef> Names[] = {
        {Verdict::Possible, "possible"},
        {Verdict::Likely, "likely"},
        {Verdict::Confirmed, "confirmed"}};
    return Names;
  }
};
} // namespace clang::tidy

namespace ownership {

SharedPtrCycleCheck::SharedPtrCycleCheck(StringRef Name,
                                         ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context),
      Lists{Options.get("SharedPointers", "").str(),
            Options.get("UniquePointers", "").str(),
            Options.get("Containers", "").str(),
            Options.get("Callables", "").str()},
      IgnoredRecords(Options.get("IgnoredRecords", "")),
      IgnoredFields(Options.get("IgnoredFields", "")),
      Explain(Options.get("Explain", false)),
      OwnerMayBeGone(Options.get("OwnerMayBeGone", false)) {
  Analysis.Minimum = Options.get("MinimumVerdict", Verdict::Likely);
  Analysis.IgnoredRecords = makeRegex("IgnoredRecords", IgnoredRecords);
  Analysis.IgnoredFields = makeRegex("IgnoredFields", IgnoredFields);
  makeTypes(/*Diagnose=*/true);
}

void SharedPtrCycleCheck::storeOptions(ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "SharedPointers", Lists.SharedPointers);
  Options.store(Opts, "UniquePointers", Lists.UniquePointers);
  Options.store(Opts, "Containers", Lists.Containers);
  Options.store(Opts, "Callables", Lists.Callables);
  Options.store(Opts, "IgnoredRecords", IgnoredRecords);
  Options.store(Opts, "IgnoredFields", IgnoredFields);
  Options.store(Opts, "MinimumVerdict", Analysis.Minimum);
  Options.store(Opts, "Explain", Explain);
  Options.store(Opts, "OwnerMayBeGone", OwnerMayBeGone);
}

/// In the words that clang-tidy uses for its own options.
void SharedPtrCycleCheck::diagnoseOption(StringRef Option, StringRef Value,
                                         StringRef Problem) const {
  configurationDiag("invalid configuration value '%0' for option "
                    "'ownership-shared-ptr-cycle.%1'; %2")
      << Value << Option << Problem;
}

std::optional<Regex> SharedPtrCycleCheck::makeRegex(StringRef Option,
                                                    StringRef Pattern) const {
  if (Pattern.empty())
    return std::nullopt;
  Regex R(Pattern);
  std::string Problem;
  if (R.isValid(Problem))
    return R;
  diagnoseOption(Option, Pattern, Problem);
  return std::nullopt;
}

OwnershipTypes SharedPtrCycleCheck::makeTypes(bool Diagnose) const {
  OwnershipTypes Types;
  auto Take = [&](Error E, StringRef Option, StringRef Value) {
    if (!E)
      return;
    std::string Problem = toString(std::move(E));
    if (Diagnose)
      diagnoseOption(Option, Value, join(split(Problem, '\n'), ", "));
  };
  Take(Types.addSharedPointers(Lists.SharedPointers), "SharedPointers",
       Lists.SharedPointers);
  Take(Types.add(TypeRole::UniquePointer, Lists.UniquePointers),
       "UniquePointers", Lists.UniquePointers);
  Take(Types.add(TypeRole::Container, Lists.Containers), "Containers",
       Lists.Containers);
  Take(Types.add(TypeRole::Callable, Lists.Callables), "Callables",
       Lists.Callables);
  return Types;
}

bool SharedPtrCycleCheck::isLanguageVersionSupported(
    const LangOptions &LangOpts) const {
  return LangOpts.CPlusPlus11;
}

void SharedPtrCycleCheck::registerPPCallbacks(const SourceManager &,
                                              Preprocessor *MainPP,
                                              Preprocessor *) {
  PP = MainPP;
}

void SharedPtrCycleCheck::registerMatchers(ast_matchers::MatchFinder *Finder) {
  // The core walks the AST itself, in the same way on every surface.
  Finder->addMatcher(ast_matchers::translationUnitDecl(), this);
}

void SharedPtrCycleCheck::check(
    const ast_matchers::MatchFinder::MatchResult &Result) {
  OwnershipTypes Types = makeTypes(/*Diagnose=*/false);
  Extraction Extracted =
      extract(*Result.Context, Types, ExtractFor::OneTranslationUnit,
              ownership::CheckName);
  std::vector<JudgedCycle> Silent;
  std::vector<Finding> Findings = findCycles(Extracted.S, Analysis, &Silent);
  nameFunctions(Extracted);
  auto Locate = [&](const Message &M) {
    return M.Statement == None ? Extracted.anchor(M.At.Record, M.At.Field).Where
                               : Extracted.Statements[M.Statement];
  };
  if (Explain)
    for (const JudgedCycle &C : Silent) {
      Report R = explain(Extracted.S, C);
      diag(Locate(R.Warning), "%0", DiagnosticIDs::Remark) << R.Warning.Text;
      for (const Message &Note : R.Notes)
        diag(Locate(Note), "%0", DiagnosticIDs::Note) << Note.Text;
    }
  if (Findings.empty())
    return;

  std::vector<Conversion> Conversions =
      convertFields(*Result.Context, Extracted, Findings, Types,
                    parseSettings(*PP), OwnerMayBeGone);
  for (const auto &[F, C] : zip(Findings, Conversions)) {
    Report R = describe(Extracted.S, F);
    {
      DiagnosticBuilder Warning = diag(Locate(R.Warning), "%0")
                                  << R.Warning.Text;
      for (const FixItHint &Hint : C.Hints)
        Warning << Hint;
    }
    for (const Message &Note : R.Notes)
      diag(Locate(Note), "%0", DiagnosticIDs::Note) << Note.Text;
    if (std::optional<Message> Note = reliesOn(Extracted.S, F);
        Note && !C.Hints.empty())
      diag(Locate(*Note), "%0", DiagnosticIDs::Note) << Note->Text;
    if (C.Refused)
      diag(C.Refused->Where, "%0", DiagnosticIDs::Note) << describe(*C.Refused);
  }
}

} // namespace ownership
