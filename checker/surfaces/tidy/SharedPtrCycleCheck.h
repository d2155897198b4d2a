//===- SharedPtrCycleCheck.h - The core as a clang-tidy check ---*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_SURFACES_TIDY_SHAREDPTRCYCLECHECK_H
#define OWNERSHIP_SURFACES_TIDY_SHAREDPTRCYCLECHECK_H

#include "analyze/Cycles.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "extract/Extract.h"
#include "extract/OwnershipTypes.h"
#include <string>

namespace ownership {

/// Runs the pipeline on one translation unit and turns findings into
/// diagnostics. It decides nothing itself.
class SharedPtrCycleCheck : public clang::tidy::ClangTidyCheck {
public:
  SharedPtrCycleCheck(llvm::StringRef Name,
                      clang::tidy::ClangTidyContext *Context);
  bool
  isLanguageVersionSupported(const clang::LangOptions &LangOpts) const override;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *MainPP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  const OwnershipTypeLists Lists;
  const std::string IgnoredRecords, IgnoredFields;
  bool Explain;
  bool OwnerMayBeGone;
  AnalyzeOptions Analysis;
  const clang::Preprocessor *PP = nullptr;

  OwnershipTypes makeTypes(bool Diagnose) const;
  std::optional<llvm::Regex> makeRegex(llvm::StringRef Option,
                                       llvm::StringRef Pattern) const;
  void diagnoseOption(llvm::StringRef Option, llvm::StringRef Value,
                      llvm::StringRef Problem) const;
};

} // namespace ownership

#endif // OWNERSHIP_SURFACES_TIDY_SHAREDPTRCYCLECHECK_H
