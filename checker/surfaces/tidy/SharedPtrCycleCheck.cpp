//===- SharedPtrCycleCheck.cpp - The core as a clang-tidy check -----------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "surfaces/tidy/SharedPtrCycleCheck.h"
#include "surfaces/Diagnose.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace clang;
using namespace clang::tidy;
using namespace llvm;

namespace ownership {

SharedPtrCycleCheck::SharedPtrCycleCheck(StringRef Name,
                                         ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context) {
  auto ValueOf = [&](const CheckOption &O) {
    std::string Value = Options.get(O.Name, O.Default).str();
    Values[O.Name] = Value;
    return Value;
  };
  auto Reject = [&](const CheckOption &O, StringRef Value, StringRef Problem) {
    configurationDiag("invalid configuration value '%0' for option "
                      "'ownership-shared-ptr-cycle.%1'; %2")
        << Value << O.Name << Problem;
  };
  Settings = readOptions(ValueOf, Reject);
}

void SharedPtrCycleCheck::storeOptions(ClangTidyOptions::OptionMap &Opts) {
  for (const CheckOption &O : checkOptions())
    Options.store(Opts, O.Name, Values[O.Name]);
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
  for (const Diagnosis &D : diagnose(*Result.Context, *PP, Settings)) {
    {
      DiagnosticBuilder Builder =
          diag(D.Where, "%0",
               D.IsRemark ? DiagnosticIDs::Remark : DiagnosticIDs::Warning)
          << D.Text;
      for (const FixItHint &Hint : D.Hints)
        Builder << Hint;
    }
    for (const Diagnosis::Note &N : D.Notes)
      diag(N.Where, "%0", DiagnosticIDs::Note) << N.Text;
  }
}

} // namespace ownership
