//===- SharedPtrCycleCheck.h - The core as a clang-tidy check ---*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_SURFACES_TIDY_SHAREDPTRCYCLECHECK_H
#define OWNERSHIP_SURFACES_TIDY_SHAREDPTRCYCLECHECK_H

#include "clang-tidy/ClangTidyCheck.h"
#include "surfaces/CheckOptions.h"
#include "llvm/ADT/StringMap.h"
#include <string>

namespace ownership {

/// Hands on what diagnose() says. It decides nothing itself.
class SharedPtrCycleCheck : public clang::tidy::ClangTidyCheck {
public:
  SharedPtrCycleCheck(llvm::StringRef Name,
                      clang::tidy::ClangTidyContext *Context);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *MainPP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  /// By name, as they were given.
  llvm::StringMap<std::string> Values;
  CheckSettings Settings;
  const clang::Preprocessor *PP = nullptr;
};

} // namespace ownership

#endif // OWNERSHIP_SURFACES_TIDY_SHAREDPTRCYCLECHECK_H
